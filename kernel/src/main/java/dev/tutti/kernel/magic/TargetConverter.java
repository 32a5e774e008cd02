package dev.tutti.kernel.magic;

import dev.tutti.engine.target.TargetException;
import dev.tutti.engine.target.TargetSpec;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads targets for picocli: in the options of magics and of the command line. */
public final class TargetConverter implements ITypeConverter<TargetSpec> {

    @Override
    public TargetSpec convert(String text) {
        try {
            return TargetSpec.parse(text);
        } catch (TargetException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
