package dev.tutti.engine.link;

import java.io.FileInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

/** The name of this machine. */
public final class Host {

    private Host() {}

    /** Linux tells it in a file; asking the network's names, as elsewhere, may take seconds. */
    public static String name() {
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
