package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.CellNumber;
import dev.tutti.kernel.compile.SnippetOrigin.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;

/** What is in force before the first cell. */
final class StartUp {

    private final CompilerSession session;

    StartUp(CompilerSession session) {
        this.session = session;
    }

    void imports(List<String> imports, CellNumber number) {
        List<LiveSnippet> live = new ArrayList<>(session.live());
        for (String imported : imports) {
            String source = "import " + imported + ";";
            EditedText text = new EditedText(source, source, 0, List.of());
            for (SnippetEvent event : session.eval(source)) {
                requireAccepted(event.snippet(), source);
                live.add(session.look(event.snippet(), new SnippetOrigin(number, text, Role.START_UP)));
            }
        }
        session.live(live);
    }

    private void requireAccepted(Snippet snippet, String source) {
        if (!CompilerSession.isAccepted(session.shell().status(snippet))) {
            String reasons = session.shell()
                    .diagnostics(snippet)
                    .map(d -> d.getMessage(Locale.ENGLISH))
                    .collect(Collectors.joining("; "));
            throw new IllegalArgumentException("The start-up's " + source + " does not compile: " + reasons);
        }
    }
}
