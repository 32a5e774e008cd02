package dev.tutti.engine.bench;

import dev.tutti.client.Call;
import dev.tutti.client.Fn;
import dev.tutti.engine.codec.ValueCodec;
import dev.tutti.engine.wire.Parcel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What encoding and decoding cost. Prints one line for each measurement: the first time in this JVM, then the best of
 * many. Arguments: the spool folder (default {@code /dev/shm}).
 */
public final class CodecBench {

    record Item(int id, String name, double value) {}

    private static final double NANOS_PER_MICRO = 1e3;

    private final ValueCodec codec;

    private CodecBench(Path spool) {
        codec = ValueCodec.of(CodecBench.class.getClassLoader(), spool, (engine, number) -> null);
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory(Path.of(args.length > 0 ? args[0] : "/dev/shm"), "tutti-bench");
        try {
            new CodecBench(folder).run();
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private void run() throws Exception {
        values("int", 42, 200_000);
        values("no-op lambda", (Call<Integer>) () -> 1, 200_000);
        int k = 5;
        values("lambda with an int", (Fn<Integer, Integer>) x -> x + k, 200_000);
        double[] thousand = new double[1000];
        values("lambda with double[1000]", (Call<Double>) () -> thousand[3], 100_000);
        values("record", new Item(1, "a", 2), 100_000);
        Item item = new Item(1, "a", 2);
        values("lambda with a record", (Call<Integer>) () -> item.id(), 100_000);
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            items.add(new Item(i, "n" + i, i * 0.5));
        }
        values("list of 100,000 records", items, 20);
        Integer[] boxed = new Integer[100_000];
        Arrays.setAll(boxed, i -> i);
        values("list of 100,000 Integers", List.of(boxed), 50);
        bulk("double[10M], 80 MB", 10_000_000);
        bulk("double[50M], 400 MB", 50_000_000);
    }

    private void values(String what, Object value, int times) throws Exception {
        long begin = System.nanoTime();
        Parcel parcel = codec.encode(value).parcel();
        long encoded = System.nanoTime();
        codec.decode(parcel);
        long decoded = System.nanoTime();
        codec.release(parcel);
        double firstEncode = (encoded - begin) / NANOS_PER_MICRO;
        double firstDecode = (decoded - encoded) / NANOS_PER_MICRO;
        int round = Math.max(1, times / 20);
        double bestEncode = Double.MAX_VALUE;
        double bestDecode = Double.MAX_VALUE;
        for (int r = 0; r < 20; r++) {
            List<Parcel> parcels = new ArrayList<>(round);
            long start = System.nanoTime();
            for (int i = 0; i < round; i++) {
                parcels.add(codec.encode(value).parcel());
            }
            long middle = System.nanoTime();
            for (Parcel each : parcels) {
                codec.decode(each);
            }
            long end = System.nanoTime();
            parcels.forEach(codec::release);
            bestEncode = Math.min(bestEncode, (middle - start) / NANOS_PER_MICRO / round);
            bestDecode = Math.min(bestDecode, (end - middle) / NANOS_PER_MICRO / round);
        }
        System.out.printf(
                "%-28s first %9.1f / %9.1f us   warm %9.2f / %9.2f us   %,d bytes%n",
                what, firstEncode, firstDecode, bestEncode, bestDecode, ValueCodec.totalSize(parcel));
    }

    private void bulk(String what, int count) throws Exception {
        double[] array = new double[count];
        Arrays.setAll(array, i -> i);
        double best = 0;
        double bestWrite = 0;
        double bestRead = 0;
        double bestJoin = 0;
        for (int r = 0; r < 8; r++) {
            long begin = System.nanoTime();
            Parcel parcel = codec.encode(array).parcel();
            long written = System.nanoTime();
            double[] back = (double[]) codec.decode(parcel);
            long read = System.nanoTime();
            if (back[count - 1] != count - 1) {
                throw new IOException("The array came back changed.");
            }
            codec.release(parcel);
            List<Parcel> halves = List.of(
                    codec.encodeRange(array, 0, count / 2).parcel(),
                    codec.encodeRange(array, count / 2, count).parcel());
            long split = System.nanoTime();
            codec.join(halves);
            long joined = System.nanoTime();
            halves.forEach(codec::release);
            double bytes = 8.0 * count;
            best = Math.max(best, 2 * bytes / (read - begin));
            bestWrite = Math.max(bestWrite, bytes / (written - begin));
            bestRead = Math.max(bestRead, bytes / (read - written));
            bestJoin = Math.max(bestJoin, bytes / (joined - split));
        }
        System.out.printf(
                "%-28s write %.2f, read %.2f, join %.2f, written and read %.2f GB/s%n",
                what, bestWrite, bestRead, bestJoin, best);
    }
}
