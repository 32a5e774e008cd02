package dev.tutti.kernel.doctor;

import java.nio.file.Files;
import java.nio.file.Path;

/** The JDK that runs the shell. */
public final class JavaCheck {

    private static final String SUBJECT = "JDK";

    private JavaCheck() {}

    /** @param home its folder */
    public static Finding of(Path home, Runtime.Version version) {
        String what = "JDK " + version + " in " + home;
        if (!Files.isExecutable(home.resolve("bin/java"))) {
            return new Finding.Problem(
                    SUBJECT,
                    what + " is not there any more, so no engine can start.",
                    "Leave, and start Tutti again: it looks for a JDK.");
        }
        return new Finding.Good(
                SUBJECT,
                what
                        + (Files.isReadable(home.resolve("lib/src.zip"))
                                ? ", with sources"
                                : ", without sources: name?? decompiles its types"));
    }
}
