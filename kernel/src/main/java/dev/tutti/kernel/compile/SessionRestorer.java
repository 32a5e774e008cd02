package dev.tutti.kernel.compile;

import dev.tutti.kernel.compile.SnippetOrigin.Role;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/**
 * Brings a session back to what it was: JShell itself forgets what a failing snippet overwrote.
 *
 * <p>A declaration lives on at all places under the name of its wrapper, so it must come back under that very name. JShell
 * counts wrapper names up from the plain one each time a redefinition is refused; so the restorer refuses until the wanted
 * name is reached, and where JShell is content with a name before it, a declaration of other content in between makes it
 * count on.
 */
final class SessionRestorer {

    private static final Logger LOG = System.getLogger(SessionRestorer.class.getName());

    private static final int ROUNDS = 3;

    private final CompilerSession session;
    private final List<LiveSnippet> wanted;
    private final List<LiveSnippet> current;
    private int disturbances;

    /**
     * @param wanted what was live
     */
    SessionRestorer(CompilerSession session, List<LiveSnippet> wanted) {
        this.session = session;
        this.wanted = new ArrayList<>(wanted);
        this.current = new ArrayList<>(wanted);
    }

    /**
     * @param added what must go, newest first
     * @return the variables whose values could not be kept
     */
    List<LiveSnippet> restore(List<Snippet> added) {
        added.forEach(s -> session.recordingTo(steering(""), () -> session.drop(s)));
        for (int round = 0; round < ROUNDS && !isRestored(); round++) {
            repair();
        }
        if (!isRestored()) {
            LOG.log(Level.INFO, "The session is built anew, because it could not be restored in place");
            rebuild();
        }
        GoneTypes.standIn(session);
        List<LiveSnippet> lost = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            LiveSnippet now =
                    session.look(current.get(i).snippet(), wanted.get(i).origin());
            current.set(i, now);
            if (!now.wrapper().equals(wanted.get(i).wrapper()) && now.isVariable()) {
                lost.add(wanted.get(i));
            }
        }
        session.live(current.stream().filter(s -> s.status().isActive()).toList());
        return lost;
    }

    private boolean isRestored() {
        for (int i = 0; i < wanted.size(); i++) {
            if (!isRestored(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isRestored(int i) {
        LiveSnippet was = wanted.get(i);
        LiveSnippet now = session.look(current.get(i).snippet(), was.origin());
        return now.status() == was.status()
                && (!namesMatter(was) || now.wrapper().equals(was.wrapper()));
    }

    /** The class of an import does not exist; a method's holds no values, and which overloads share one may differ. */
    private static boolean namesMatter(LiveSnippet snippet) {
        return snippet.snippet().kind() == Snippet.Kind.VAR || snippet.snippet().kind() == Snippet.Kind.TYPE_DECL;
    }

    private boolean isActive(LiveSnippet snippet) {
        return session.shell().status(snippet.snippet()).isActive();
    }

    private void repair() {
        for (int i = 0; i < wanted.size(); i++) {
            if (!isRestored(i)) {
                LiveSnippet now = current.get(i);
                if (isActive(now)) {
                    session.recordingTo(steering(""), () -> session.drop(now.snippet()));
                }
                int index = i;
                evaluate(wanted.get(i)).ifPresent(back -> current.set(index, back));
            }
        }
    }

    /**
     * A declaration that was broken by what came after it is refused as new; it is taken while that is away, and broken again
     * when that comes back.
     */
    private Optional<LiveSnippet> evaluate(LiveSnippet was) {
        Optional<LiveSnippet> back = tryEvaluate(was);
        if (back.isPresent() || was.status() == Status.VALID) {
            return back;
        }
        Set<String> names = JavaTokens.of(source(was)).stream()
                .filter(JavaToken::isWord)
                .map(JavaToken::text)
                .collect(Collectors.toSet());
        session.shell()
                .snippets()
                .filter(s -> s instanceof DeclarationSnippet named && names.contains(named.name()))
                .toList()
                .forEach(s -> session.recordingTo(steering(""), () -> session.drop(s)));
        return tryEvaluate(was);
    }

    private Optional<LiveSnippet> tryEvaluate(LiveSnippet was) {
        int most = 2 * sequence(was.wrapper()) + 2;
        Optional<Snippet> back = eval(was, was.wrapper());
        for (int n = 0; n < most && back.isPresent() && namesMatter(was); n++) {
            if (session.look(back.get(), was.origin()).wrapper().equals(was.wrapper())) {
                break;
            }
            String disturbance = disturbance(was);
            session.recordingTo(steering(was.wrapper()), () -> session.eval(disturbance));
            back = eval(was, was.wrapper());
        }
        return back.map(snippet -> session.look(snippet, was.origin()));
    }

    /** How often a wrapper took a new name: 0 for {@code $JShell$4}, 2 for {@code $JShell$4C}. */
    private static int sequence(String wrapper) {
        int sequence = 0;
        for (int i = 0; i < wrapper.length(); i++) {
            boolean letter = i > 0
                    && Character.isUpperCase(wrapper.charAt(i))
                    && Character.isLetterOrDigit(wrapper.charAt(i - 1))
                    && wrapper.lastIndexOf('$') < i;
            sequence = letter ? sequence * 26 + wrapper.charAt(i) - 'A' : sequence;
        }
        return sequence;
    }

    private String disturbance(LiveSnippet snippet) {
        int unique = ++disturbances;
        return snippet.isVariable()
                ? "int " + snippet.name() + " = " + (1_000_000 + unique) + ";"
                : "class " + snippet.name() + " { static int disturbance" + unique + "; }";
    }

    private Optional<Snippet> eval(LiveSnippet was, String wrapper) {
        String source = source(was);
        boolean temporary = was.origin().role() == Role.RESULT && was.snippet() instanceof VarSnippet;
        session.temporaryNames().want(temporary ? was.name() : "");
        Optional<Snippet> back = evalSource(source, wrapper);
        if (temporary && back.isPresent() && !((VarSnippet) back.get()).name().equals(was.name())) {
            Snippet misnamed = back.get();
            session.recordingTo(steering(""), () -> session.drop(misnamed));
            String expression = source.strip().replaceFirst(";$", "");
            String type = WrapperName.strip(((VarSnippet) was.snippet()).typeName());
            back = evalSource(type + " " + was.name() + " = (" + expression + ");", wrapper);
        }
        return back;
    }

    /** The declaration with its type written out: what JShell infers depends on what else is there at the moment. */
    private static String source(LiveSnippet was) {
        EditedText text = was.origin().text();
        Optional<EditedText> written = was.snippet() instanceof VarSnippet variable
                ? TextRewrites.leadingVar(JavaTokens.of(text.original()))
                        .flatMap(word -> TextRewrites.withType(text, word, variable.typeName()))
                : Optional.empty();
        return written.orElse(text).text();
    }

    private Optional<Snippet> evalSource(String source, String wrapper) {
        List<SnippetEvent> events = session.recordingTo(steering(wrapper), () -> session.eval(source));
        return events.stream()
                .filter(e -> e.causeSnippet() == null && e.status().isActive())
                .map(SnippetEvent::snippet)
                .findFirst();
    }

    /** Agrees to what takes the wanted names, whatever its shape: it only leads the way back. */
    private Recording steering(String wrapper) {
        String prefix = wrapper.isEmpty() ? "" : wrapper.substring(0, wrapper.length() - letters(wrapper));
        KeepingRecording keeping = new KeepingRecording(session.journal());
        return new Recording() {
            @Override
            public void load(List<RecordedClass> classes) {
                keeping.load(classes);
            }

            @Override
            public boolean redefine(List<RecordedClass> classes) {
                boolean before = classes.stream()
                        .map(c -> WrapperName.of(c.name()))
                        .anyMatch(name -> !prefix.isEmpty()
                                && name.startsWith(prefix)
                                && name.substring(prefix.length()).chars().allMatch(Character::isUpperCase)
                                && sequence(name) < sequence(wrapper));
                return !before && keeping.redefine(classes);
            }

            @Override
            public void invoke(String className, String method) {
                // it ran long ago
            }
        };
    }

    private static int letters(String wrapper) {
        int letters = 0;
        while (Character.isUpperCase(wrapper.charAt(wrapper.length() - 1 - letters))) {
            letters++;
        }
        return letters;
    }

    /**
     * The last resort: a JShell without memory, given the same declarations under the same names. Names are numbered in the
     * order in which JShell first hears them.
     */
    private void rebuild() {
        session.reopen();
        KeyCounter keys = new KeyCounter(session);
        wanted.stream()
                .filter(SessionRestorer::namesMatter)
                .sorted(Comparator.comparingInt(KeyCounter::key))
                .forEach(was -> {
                    keys.advanceTo(KeyCounter.key(was));
                    session.recordingTo(steering(""), () -> session.eval(disturbance(was)));
                });
        Map<LiveSnippet, LiveSnippet> back = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (LiveSnippet was : wanted) {
                if (!back.containsKey(was) || !isActive(back.get(was))) {
                    evaluate(was).ifPresent(now -> back.put(was, now));
                }
            }
        }
        wanted.removeIf(was -> !back.containsKey(was));
        current.clear();
        wanted.forEach(was -> current.add(back.get(was)));
    }
}
