package dev.tutti.engine.measure;

import java.util.Locale;

/** Times and sizes as people read them: three digits and a unit. */
public final class Units {

    /** So many digits are enough for people. */
    public static final int DIGITS = 3;

    private static final double KILO = 1024;

    private Units() {}

    /** A time. @param nanos in nanoseconds */
    public static String time(double nanos) {
        return time(nanos, DIGITS);
    }

    /** A time. @param nanos in nanoseconds @param digits how many significant digits */
    public static String time(double nanos, int digits) {
        if (nanos < 1e3) {
            return digits(nanos, digits) + " ns";
        }
        if (nanos < 1e6) {
            return digits(nanos / 1e3, digits) + " µs";
        }
        return nanos < 1e9 ? digits(nanos / 1e6, digits) + " ms" : digits(nanos / 1e9, digits) + " s";
    }

    /** A size. */
    public static String size(double bytes) {
        double amount = Math.abs(bytes);
        if (amount < KILO) {
            return String.format(Locale.ROOT, "%.0f B", bytes);
        }
        if (amount < KILO * KILO) {
            return digits(bytes / KILO) + " KB";
        }
        return amount < KILO * KILO * KILO
                ? digits(bytes / KILO / KILO) + " MB"
                : digits(bytes / KILO / KILO / KILO) + " GB";
    }

    private static String digits(double number) {
        return digits(number, DIGITS);
    }

    /** Significant digits, never as a power of ten. */
    private static String digits(double number, int digits) {
        double amount = Math.abs(number);
        if (amount == 0) {
            return "0";
        }
        int whole = amount >= 1000 ? 4 : amount >= 100 ? 3 : amount >= 10 ? 2 : amount >= 1 ? 1 : 0;
        int decimals = Math.max(0, digits - whole);
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }
}
