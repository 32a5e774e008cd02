package dev.tutti.engine.codec;

import dev.tutti.engine.wire.Codec;
import dev.tutti.engine.wire.Parcel;

/**
 * Object graphs, by Fory where it is at hand, else by the JDK. Neither is loaded before it is needed; nothing here names
 * a class of Fory's. Any thread.
 */
final class Graphs {

    private final ClassLoader loader;
    private final SerialGraphs serial;
    private volatile ForyGraphs fory;

    private static final class Fory {
        static final boolean PRESENT = find();

        private static boolean find() {
            try {
                Class.forName("org.apache.fory.Fory", false, Graphs.class.getClassLoader());
                return true;
            } catch (ClassNotFoundException e) {
                return false;
            }
        }
    }

    Graphs(ClassLoader loader) {
        this.loader = loader;
        this.serial = new SerialGraphs(loader);
    }

    Parcel encode(Object value, Encoding encoding) throws UnsendableException {
        return Fory.PRESENT ? fory().encode(value, encoding) : serial.encode(value, encoding);
    }

    Object decode(Parcel parcel, Decoding decoding, boolean resolve) throws UnsendableException {
        Met met = new Met();
        Object value;
        if (parcel.codec() == Codec.SERIAL) {
            value = serial.decode(parcel, decoding, met);
        } else if (Fory.PRESENT) {
            value = fory().decode(parcel, decoding, met);
        } else {
            throw new UnsendableException("The value was encoded by Apache Fory, which is not here. Put fory-core-"
                    + "1.6.0.jar on the class path, beside the engine's jar.");
        }
        return resolve && met.references ? new Resolution(decoding.references()).of(value) : value;
    }

    private ForyGraphs fory() {
        ForyGraphs known = fory;
        if (known == null) {
            synchronized (this) {
                known = fory;
                if (known == null) {
                    known = new ForyGraphs(loader, serial);
                    fory = known;
                }
            }
        }
        return known;
    }

    /** What was met while a graph was read. */
    static final class Met {
        boolean references;
    }
}
