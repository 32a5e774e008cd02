package dev.tutti.kernel.fake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** An application that knows nothing of Tutti: it answers each line of its input by one of its output. */
public final class SampleApplication {

    /** What the application has in its memory. */
    public static final List<String> VISITS = new CopyOnWriteArrayList<>();

    /** Counted down by an engine for {@code arrival}. */
    public static final CountDownLatch ARRIVED = new CountDownLatch(1);

    private SampleApplication() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(
                    switch (line) {
                        case "visits" -> VISITS.toString();
                        case "arrival" -> {
                            ARRIVED.await();
                            yield "arrived";
                        }
                        case "guests" -> guestsAfterAWhile().toString();
                        default -> {
                            VISITS.add(line);
                            yield "welcome " + line;
                        }
                    });
        }
    }

    /** The threads of engines that are there, waiting for their end at most 10 s each. */
    private static List<String> guestsAfterAWhile() throws InterruptedException {
        List<String> guests = new ArrayList<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("engine-") || thread.getName().startsWith("client-")) {
                thread.join(10_000);
                if (thread.isAlive()) {
                    guests.add(thread.getName());
                }
            }
        }
        return guests;
    }
}
