package dev.tutti.kernel.compile;

import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.VariableTree;
import dev.tutti.kernel.cell.Token;
import dev.tutti.kernel.cell.TokenKind;
import dev.tutti.kernel.compile.StaticTypes.Asking;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/**
 * The constants of the enum that is wanted at a place, which JShell does not offer: as an argument, behind an equals sign,
 * behind {@code case}. Used by the analysis thread.
 */
final class WantedConstants {

    private static final Set<String> TAKE_VALUES = Set.of("=", "==", "!=");
    private static final int SWITCH_PARTS = 2;

    private final LockedJShell jshell;
    private final StaticTypes staticTypes;
    private final KnownTypes knownTypes;

    WantedConstants(LockedJShell jshell, StaticTypes staticTypes, KnownTypes knownTypes) {
        this.jshell = jshell;
        this.staticTypes = staticTypes;
        this.knownTypes = knownTypes;
    }

    /**
     * Those whose name, or whose type's, begins as typed, in the order of their declaration.
     *
     * @param before the text in front of what is typed of the name
     * @param imports of the cell
     */
    List<Candidate> at(String before, String typed, List<String> imports, Asking asking) {
        List<Token> tokens = CellContext.significant(before);
        if (tokens.isEmpty()) {
            return List.of();
        }
        String sign = tokens.getLast().in(before);
        Stream<String> types = sign.equals("(") || sign.equals(",")
                ? ofParameter(before, asking).stream()
                : TAKE_VALUES.contains(sign)
                        ? ofVariable(before, tokens.subList(0, tokens.size() - 1), asking).stream()
                        : sign.equals("case") ? ofSelector(before, tokens, asking).stream() : Stream.empty();
        boolean bare = sign.equals("case");
        List<String> all = Stream.concat(imports.stream(), asking.session().imports().stream())
                .toList();
        return types.map(WrapperName::strip)
                .distinct()
                .flatMap(type -> constants(type, bare, all, asking.session()).stream())
                .filter(constant -> begins(constant.text(), typed))
                .distinct()
                .toList();
    }

    /** All candidates of a place, those that are wanted first. */
    static List<Candidate> inFront(List<Candidate> wanted, List<Candidate> others) {
        Set<String> texts = wanted.stream().map(Candidate::text).collect(Collectors.toSet());
        return Stream.concat(wanted.stream(), others.stream().filter(other -> !texts.contains(other.text())))
                .toList();
    }

    private static boolean begins(String text, String typed) {
        return text.startsWith(typed)
                || text.substring(text.lastIndexOf('.') + 1).startsWith(typed);
    }

    /** The types that the overloads of the call have for the argument at the end of the text. */
    private List<String> ofParameter(String before, Asking asking) {
        Optional<CallAtCursor> call = CallAtCursor.atEndOf(before);
        if (call.isEmpty()) {
            return List.of();
        }
        List<Documentation> overloads = jshell.analyse(asking.nanos(), analysis -> {
                    String text =
                            knownTypes.qualify(CellContext.of(analysis, before)).text();
                    return analysis.documentation(text, text.length(), false);
                })
                .orElse(List.of());
        return overloads.stream()
                .map(Documentation::signature)
                .flatMap(header -> parameter(header, call.get().parameter()).stream())
                .toList();
    }

    /** {@code java.util.concurrent.TimeUnit} of {@code boolean F.get(long timeout, java.util.concurrent.TimeUnit unit)}. */
    private static Optional<String> parameter(String header, int index) {
        int open = header.indexOf('(');
        int close = header.lastIndexOf(')');
        if (open < 0 || close < open) {
            return Optional.empty();
        }
        List<String> parameters = TypeText.arguments("<" + header.substring(open + 1, close) + ">");
        if (index >= parameters.size() || parameters.get(index).isEmpty()) {
            return Optional.empty();
        }
        String parameter = parameters.get(index);
        int name = parameter.lastIndexOf(' ');
        String type = name < 0 ? parameter : parameter.substring(0, name);
        return Optional.of(TypeText.erased(type.replace("...", "")));
    }

    private static Optional<String> ofVariable(String before, List<Token> tokens, Asking asking) {
        if (tokens.isEmpty() || tokens.getLast().kind() != TokenKind.IDENTIFIER) {
            return Optional.empty();
        }
        String name = tokens.getLast().in(before);
        return Optional.ofNullable(asking.session().variables().get(name))
                .or(() -> Optional.ofNullable(
                                DeclaredNames.in(before, Token.NONE).get(name))
                        .map(Member::detail)
                        .filter(type -> !type.isEmpty()))
                .map(TypeText::erased);
    }

    /** Of what stands in the parentheses of the switch whose block is open. */
    private Optional<String> ofSelector(String before, List<Token> tokens, Asking asking) {
        Optional<Token> block = tokens.stream()
                .filter(token -> token.kind() == TokenKind.OPEN_BRACKET && !token.closed())
                .reduce((_, inner) -> inner);
        int close = block.map(tokens::indexOf).orElse(0) - 1;
        if (close < SWITCH_PARTS || tokens.get(close).kind() != TokenKind.CLOSE_BRACKET) {
            return Optional.empty();
        }
        int open = CellContext.indexOf(tokens, tokens.get(close).partner());
        if (open < 1 || !tokens.get(open - 1).in(before).equals("switch")) {
            return Optional.empty();
        }
        String selector =
                before.substring(tokens.get(open).end(), tokens.get(close).start());
        return ofVariable(before, tokens.subList(open + 1, close), asking)
                .filter(_ -> close - open == SWITCH_PARTS)
                .or(() -> staticTypes.of(selector, asking).map(StaticType::type));
    }

    private List<Candidate> constants(String type, boolean bare, List<String> imports, SessionView session) {
        return session.declaredType(type)
                .map(declared -> ofSession(declared, bare))
                .or(() -> knownTypes
                        .resolve(type, imports)
                        .filter(element -> element.getKind() == ElementKind.ENUM)
                        .map(element -> ofLibrary(element, bare, imports)))
                .orElse(List.of());
    }

    private static List<Candidate> ofSession(Declaration type, boolean bare) {
        return SourceTrees.parse(type.source()).type(List.of(type.name())).stream()
                .flatMap(tree -> tree.getMembers().stream())
                .filter(member -> member instanceof VariableTree field
                        && field.getInitializer() instanceof NewClassTree
                        && String.valueOf(field.getType()).equals(type.name()))
                .map(member -> ((VariableTree) member).getName().toString())
                .map(name -> constant(bare ? name : type.name() + "." + name, type.name(), ""))
                .toList();
    }

    private List<Candidate> ofLibrary(TypeElement type, boolean bare, List<String> imports) {
        TypeElement outermost = type;
        String path = type.getSimpleName().toString();
        while (outermost.getEnclosingElement() instanceof TypeElement outer) {
            outermost = outer;
            path = outer.getSimpleName() + "." + path;
        }
        String qualified = outermost.getQualifiedName().toString();
        boolean known = knownTypes
                .resolve(outermost.getSimpleName().toString(), imports)
                .filter(outermost::equals)
                .isPresent();
        String owner = path + ".";
        return type.getEnclosedElements().stream()
                .filter(element -> element.getKind() == ElementKind.ENUM_CONSTANT)
                .map(element -> element.getSimpleName().toString())
                .map(name -> constant(
                        bare ? name : owner + name, type.getSimpleName().toString(), bare || known ? "" : qualified))
                .toList();
    }

    private static Candidate constant(String text, String type, String imports) {
        return new Candidate(text, Candidate.Kind.CONSTANT, type, true, imports);
    }
}
