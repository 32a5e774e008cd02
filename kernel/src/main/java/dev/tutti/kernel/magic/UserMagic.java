package dev.tutti.kernel.magic;

import dev.tutti.kernel.cell.CellSyntaxException;
import dev.tutti.kernel.compile.Declaration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;

/** A magic that runs Java of the user's: a method of the session, or a record, of the session or a jar. */
@Command(description = "A magic of your own; -h behind its name lists its options. %%magic lists such magics.")
final class UserMagic implements Magic.Code {

    private static final Pattern PARAMETERS = Pattern.compile("\\((.*)\\)");

    private final String name;
    private final String java;

    /** @param java the name of its method or record */
    UserMagic(String name, String java) {
        this.name = name;
        this.java = java;
    }

    @Override
    public List<PlannedStep> plan(CodeArgument code, MagicContext context) throws MagicException, CellSyntaxException {
        boolean hasLinesBelow = code.start() > code.call().end();
        String line = hasLinesBelow ? code.call().preparation() : code.text();
        String body = hasLinesBelow ? code.text() : "";
        return List.of(GeneratedJava.instead(code, java(line.strip(), body, context), context));
    }

    private String java(String line, String body, MagicContext context) throws MagicException {
        Optional<Declaration> method = context.declarations().stream()
                .filter(declaration -> declaration.kind() == Declaration.Kind.METHOD
                        && declaration.name().equals(java))
                .findFirst();
        if (method.isEmpty()) {
            return line.equals("-h")
                    ? "dev.tutti.client.MagicArguments.printHelp(" + java + ".class, " + GeneratedJava.literal(name)
                            + ")"
                    : "dev.tutti.client.MagicArguments.of(" + java + ".class, " + GeneratedJava.literal(line) + ", "
                            + GeneratedJava.literal(body) + ").run()";
        }
        Matcher parameters = PARAMETERS.matcher(method.get().signature());
        String types = parameters.find() ? parameters.group(1).replace(" ", "") : "";
        return switch (types) {
            case "" -> java + "()";
            case "String" -> java + "(" + GeneratedJava.literal(body.isEmpty() ? line : body) + ")";
            case "String,String" -> java + "(" + GeneratedJava.literal(line) + ", " + GeneratedJava.literal(body) + ")";
            default ->
                throw new MagicException("%" + name + " runs " + method.get().signature()
                        + ", but the method of a magic takes nothing, a String (its line), or two (its line, and the"
                        + " lines below). For options declare a record with a method run().");
        };
    }

    @Override
    public boolean takesPreparation() {
        return true;
    }

    @Override
    public boolean givesValue() {
        return true;
    }
}
