package example;

import dev.tutti.client.AsyncResult;
import dev.tutti.client.Cluster;
import dev.tutti.client.Here;
import dev.tutti.client.LoadBalancedView;
import dev.tutti.client.RemoteException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * An ordinary program that has its work done by engines. Without arguments it starts two of its own; with the file that
 * {@code tutti controller} names, it uses those. Its classes are fetched by the engines when they need them.
 */
public final class Embedding {

    private Embedding() {}

    private static int fib(int n) {
        return n < 2 ? n : fib(n - 1) + fib(n - 2);
    }

    public static void main(String[] arguments) throws Exception {
        try (Cluster cluster =
                arguments.length == 0 ? Cluster.launch(2) : Cluster.connect(Path.of(arguments[0]))) {
            System.out.println("engines: " + cluster.ids());

            // The same call at every engine; what the lambda captures travels along.
            int base = 100;
            System.out.println("ranks: " + cluster.view().apply(() -> base + Here.rank()));

            // Calls for whichever engine is free.
            LoadBalancedView balanced = cluster.balanced();
            System.out.println("fib: " + balanced.map(List.of(15, 20, 25), n -> fib(n)).get());
            AsyncResult<Integer> first = balanced.submit(() -> fib(10));
            AsyncResult<Integer> second = balanced.after(first).submit(() -> fib(11));
            System.out.println("one after the other: " + first.get() + ", " + second.get());

            // An array in blocks, one for each engine, and back as one.
            double[] values = new double[1_000_000];
            Arrays.setAll(values, i -> i);
            cluster.view().scatter("values", values);
            double[] back = cluster.view().gather("values");
            System.out.println("back: " + Arrays.equals(values, back));

            // What is thrown there comes with its engine and its cause.
            try {
                cluster.engine(1).apply(() -> Integer.parseInt("seven"));
            } catch (RemoteException e) {
                System.out.println("failed: " + e.getMessage());
            }
        }
    }
}
