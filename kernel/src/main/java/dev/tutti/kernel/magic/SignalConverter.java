package dev.tutti.kernel.magic;

import dev.tutti.kernel.view.StopSignal;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the names and numbers of signals that a person knows from the system. */
final class SignalConverter implements ITypeConverter<StopSignal> {

    /** What completion offers. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("SIGINT", "KILL", "none").iterator();
        }
    }

    @Override
    public StopSignal convert(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "SIGINT", "INT", "2" -> StopSignal.STOP;
            case "SIGKILL", "KILL", "9" -> StopSignal.KILL;
            case "NONE", "0" -> StopSignal.LEAVE;
            default ->
                throw new TypeConversionException(
                        "--signal-on-interrupt takes SIGINT (2), KILL (9) or none (0), not '" + text + "'.");
        };
    }
}
