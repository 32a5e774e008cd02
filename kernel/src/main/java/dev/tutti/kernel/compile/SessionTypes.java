package dev.tutti.kernel.compile;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The members of the types that the user has declared, read from their sources. Used by the analysis thread only. */
final class SessionTypes {

    private final Map<String, Map<String, Member>> membersBySource = new HashMap<>();

    /** The members that a type declares itself, by name; empty for a type that is none of the session's. */
    Map<String, Member> members(SessionView session, String typeText) {
        return session.declaredType(TypeText.erased(typeText))
                .map(this::membersOf)
                .orElse(Map.of());
    }

    private Map<String, Member> membersOf(Declaration type) {
        if (membersBySource.size() > 200) {
            membersBySource.clear();
        }
        return membersBySource.computeIfAbsent(type.source(), source -> read(source, type.name()));
    }

    private static Map<String, Member> read(String source, String name) {
        Map<String, Member> members = new HashMap<>();
        Map<String, Integer> overloads = new HashMap<>();
        SourceTrees.parse(source).type(List.of(name)).ifPresent(type -> {
            for (Tree tree : type.getMembers()) {
                if (tree instanceof MethodTree method) {
                    String methodName = SourceTrees.name(method, type);
                    int count = overloads.merge(methodName, 1, Integer::sum);
                    Member first = members.get(methodName);
                    String signature =
                            count == 1 || first == null ? SourceTrees.signature(method) : firstSignature(first);
                    Candidate.Kind kind = method.getReturnType() == null ? Candidate.Kind.TYPE : Candidate.Kind.METHOD;
                    members.put(methodName, Member.method(kind, signature, count));
                }
            }
            type.getMembers().forEach(tree -> addOther(type, tree, members));
            if (type.getKind() == Tree.Kind.RECORD) {
                members.putIfAbsent(name, new Member(Candidate.Kind.TYPE, components(type)));
            }
        });
        return Map.copyOf(members);
    }

    private static String components(ClassTree record) {
        return record.getMembers().stream()
                .filter(tree -> tree instanceof VariableTree field && isComponent(record, field))
                .map(tree -> TypeText.simple(String.valueOf(((VariableTree) tree).getType())))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static boolean isComponent(ClassTree type, VariableTree field) {
        return type.getKind() == Tree.Kind.RECORD
                && !field.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    private static String firstSignature(Member member) {
        return member.detail().replaceFirst(" {2}\\(\\+\\d+ more\\)$", "");
    }

    private static void addOther(ClassTree type, Tree tree, Map<String, Member> members) {
        switch (tree) {
            case VariableTree field -> {
                String fieldType = TypeText.simple(String.valueOf(field.getType()));
                if (isComponent(type, field)) {
                    members.putIfAbsent(
                            field.getName().toString(), new Member(Candidate.Kind.METHOD, "() " + fieldType));
                } else {
                    members.putIfAbsent(field.getName().toString(), new Member(Candidate.Kind.FIELD, fieldType));
                }
            }
            case ClassTree nested ->
                members.putIfAbsent(
                        nested.getSimpleName().toString(),
                        new Member(Candidate.Kind.TYPE, nested.getKind().name().toLowerCase(Locale.ROOT)));
            default -> {}
        }
    }
}
