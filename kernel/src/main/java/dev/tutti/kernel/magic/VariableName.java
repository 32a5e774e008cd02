package dev.tutti.kernel.magic;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.lang.model.SourceVersion;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The name of a variable as an argument of a magic, perhaps followed by fields: {@code k}, {@code point.x}.
 *
 * @param text as written
 */
public record VariableName(String text) {

    public VariableName {
        Objects.requireNonNull(text, "text");
    }

    /** The variable itself. */
    public String variable() {
        int dot = text.indexOf('.');
        return dot < 0 ? text : text.substring(0, dot);
    }

    /** The fields to follow from there; mostly none. */
    public List<String> path() {
        return Arrays.stream(text.split("\\.")).skip(1).toList();
    }

    @Override
    public String toString() {
        return text;
    }

    /** Reads names, without fields where a variable is to be given a value. */
    static final class Converter implements ITypeConverter<VariableName> {
        @Override
        public VariableName convert(String text) {
            if (!SourceVersion.isName(text)) {
                throw new NoVariableName(text);
            }
            return new VariableName(text);
        }
    }

    /** What was typed cannot be the name of a variable. */
    static final class NoVariableName extends TypeConversionException {

        private static final long serialVersionUID = 1L;

        private final String text;

        private NoVariableName(String text) {
            super(sentence("This", text));
            this.text = text;
        }

        /** The sentence for the user, which names the magic or option that wants a name. */
        String of(String taker) {
            return sentence(taker, text);
        }

        private static String sentence(String taker, String text) {
            return taker + " takes the name of a variable, which '" + text + "' is not.";
        }
    }

    /**
     * This name, if it can be given a value.
     *
     * @param taker the magic or option that gives it one
     */
    VariableName written(String taker) throws MagicException {
        if (!path().isEmpty() || text.matches("_\\d*")) {
            throw new MagicException(NoVariableName.sentence(taker, text));
        }
        return this;
    }

    /**
     * This is to be a whole variable.
     *
     * @param call what the user would write to give its value a name of its own
     */
    public void requireWhole(String call) throws MagicException {
        if (!path().isEmpty()) {
            throw new MagicException(
                    "Here " + text + " is no variable that could get the value. Give it a name: " + call + " -o NAME.");
        }
    }
}
