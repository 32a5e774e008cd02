package dev.tutti.kernel.compile;

import java.util.LinkedHashSet;
import java.util.Set;
import jdk.jshell.Snippet;
import jdk.jshell.TypeDeclSnippet;

/**
 * Stands in for types that were dropped or never compiled. JShell goes through all type names that it has ever heard when
 * it writes a type's name, and fails at one that has no active declaration (a null pointer in {@code SnippetMaps}): from
 * then on it documents nothing and calls the types of variables Object. A declaration that waits for a type that does not
 * exist is active, and defines nothing.
 */
final class GoneTypes {

    private static final String WAITING = " extends $GoneType {}";

    private GoneTypes() {}

    /** Gives each gone type its stand-in. To be called when nothing is recorded for a cell. */
    static void standIn(CompilerSession session) {
        Set<String> gone = new LinkedHashSet<>();
        Set<String> active = new LinkedHashSet<>();
        session.shell().snippets().filter(TypeDeclSnippet.class::isInstance).forEach(snippet -> {
            boolean isActive = session.shell().status(snippet).isActive();
            (isActive ? active : gone).add(((TypeDeclSnippet) snippet).name());
        });
        gone.removeAll(active);
        gone.forEach(name -> session.eval("class " + name + WAITING));
    }

    /** Whether this is a stand-in, and no declaration of anybody's. */
    static boolean isStandIn(Snippet snippet) {
        return snippet instanceof TypeDeclSnippet && snippet.source().endsWith(WAITING);
    }
}
