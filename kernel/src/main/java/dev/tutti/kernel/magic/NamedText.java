package dev.tutti.kernel.magic;

import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

/**
 * Text to be changed and run, as the user names it: a macro, an address, a file, cells by their numbers, or the
 * declaration of a name of this session.
 */
record NamedText(String name, MagicContext context) {

    /** @throws MagicException if the name means nothing, or the text cannot be read */
    String text() throws MagicException {
        String macro = context.history().macros().get(name);
        if (macro != null) {
            return macro;
        }
        if (name.toLowerCase(Locale.ROOT).matches("https?://.*")) {
            return new WebText(address()).read();
        }
        CellFile file = new CellFile(name, context);
        if (Files.exists(file.path())) {
            return file.read();
        }
        if (name.matches("~?\\d.*")) {
            return cells();
        }
        boolean declared = context.declarations().stream()
                .anyMatch(declaration -> declaration.name().equals(name));
        return declared ? context.source(name).map(FoundSource::text).orElse("") : file.read();
    }

    private String cells() throws MagicException {
        List<String> texts = context.history().cells(List.of(name)).stream()
                .map(cell -> cell.source())
                .toList();
        if (texts.isEmpty()) {
            throw new MagicException("There is no such cell: " + name + ". %history lists those of this session.");
        }
        return String.join("\n", texts);
    }

    private URI address() throws MagicException {
        try {
            return URI.create(name);
        } catch (IllegalArgumentException e) {
            throw new MagicException("'" + name + "' is no address: " + e.getMessage() + ".");
        }
    }
}
