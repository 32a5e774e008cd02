package dev.tutti.kernel.magic;

import dev.tutti.kernel.fold.TraceMode;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@link TraceMode}s as users write them: in small letters. */
final class TraceModeConverter implements ITypeConverter<TraceMode> {

    /** For completion. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(TraceMode.values())
                    .map(TraceModeConverter::name)
                    .iterator();
        }
    }

    static String name(TraceMode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public TraceMode convert(String value) {
        return Arrays.stream(TraceMode.values())
                .filter(mode -> name(mode).equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "Errors are shown minimal, plain, context or verbose, not '" + value + "'."));
    }
}
