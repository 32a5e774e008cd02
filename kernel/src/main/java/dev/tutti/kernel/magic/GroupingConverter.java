package dev.tutti.kernel.magic;

import dev.tutti.kernel.fold.Grouping;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what is to stand together. */
final class GroupingConverter implements ITypeConverter<Grouping> {

    /** What completion offers. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("type", "engine", "order").iterator();
        }
    }

    @Override
    public Grouping convert(String text) {
        return switch (text) {
            case "type" -> Grouping.TYPE;
            case "engine" -> Grouping.ENGINE;
            case "order" -> Grouping.ORDER;
            default ->
                throw new TypeConversionException("--group-outputs takes type, engine or order, not '" + text + "'.");
        };
    }
}
