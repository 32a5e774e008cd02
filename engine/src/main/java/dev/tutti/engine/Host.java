package dev.tutti.engine;

import java.io.FileInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

/** The name of this machine. */
final class Host {

    private Host() {}

    /** Linux tells it in a file; asking the network's names, as elsewhere, may take seconds. */
    static String name() {
        try (FileInputStream in = new FileInputStream("/proc/sys/kernel/hostname")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException _) {
            return nameByNetwork();
        }
    }

    private static String nameByNetwork() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException _) {
            return "localhost";
        }
    }
}
