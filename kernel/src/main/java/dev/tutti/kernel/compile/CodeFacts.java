package dev.tutti.kernel.compile;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is to be known of a woven class to tell what its code reaches. Any thread. */
final class CodeFacts {

    /** A method of the session's. */
    record Method(String owner, String name, String descriptor) {

        String signature() {
            return name + descriptor;
        }

        /** Whether nothing but the JVM, or the creation of an instance, calls it. */
        boolean isInitialiser() {
            return name.startsWith("<");
        }
    }

    private final String name;
    private final List<String> supertypes = new ArrayList<>();
    private final Map<String, MethodFacts> methods = new LinkedHashMap<>();
    private final List<String> nestMembers = new ArrayList<>();
    private final Set<String> privates = new HashSet<>();
    private final Map<String, Set<String>> usedMembers = new HashMap<>();
    private final Set<String> named = new HashSet<>();

    CodeFacts(dev.tutti.engine.wire.ClassFile file) {
        this.name = file.name();
        ClassModel model = ClassFile.of().parse(file.bytes());
        model.superclass().ifPresent(this::addSupertype);
        model.interfaces().forEach(this::addSupertype);
        model.findAttribute(Attributes.nestMembers()).map(NestMembersAttribute::nestMembers).stream()
                .flatMap(List::stream)
                .forEach(member -> nestMembers.add(binary(member)));
        model.fields().stream()
                .filter(field -> field.flags().has(AccessFlag.PRIVATE))
                .forEach(field -> privates.add(
                        field.fieldName().stringValue() + field.fieldType().stringValue()));
        model.methods().forEach(this::add);
        for (PoolEntry entry : model.constantPool()) {
            if (entry instanceof MemberRefEntry member) {
                add(member);
            }
        }
        model.fields()
                .forEach(field -> CodeReferences.addAll(named, field.fieldType().stringValue()));
    }

    private void addSupertype(ClassEntry type) {
        supertypes.add(binary(type));
        CodeReferences.add(named, type.asInternalName());
    }

    private void add(MethodModel method) {
        if (method.flags().has(AccessFlag.PRIVATE)) {
            privates.add(method.methodName().stringValue() + method.methodType().stringValue());
        }
        MethodFacts facts = MethodFacts.of(name, method);
        methods.put(facts.method().signature(), facts);
        CodeReferences.addAll(named, method.methodType().stringValue());
        named.addAll(facts.named());
    }

    private void add(MemberRefEntry member) {
        String owner = binary(member.owner());
        CodeReferences.addAll(named, member.type().stringValue());
        if (owner.startsWith("REPL.")) {
            named.add(owner);
            usedMembers
                    .computeIfAbsent(owner, _ -> new HashSet<>())
                    .add(member.name().stringValue() + member.type().stringValue());
        }
    }

    static String binary(ClassEntry type) {
        return type.asInternalName().replace('/', '.');
    }

    String name() {
        return name;
    }

    /** Super class and interfaces, also those that are none of the session's. */
    List<String> supertypes() {
        return supertypes;
    }

    Iterable<MethodFacts> methods() {
        return methods.values();
    }

    Optional<MethodFacts> method(String signature) {
        return Optional.ofNullable(methods.get(signature));
    }

    /** The classes that share its private members, if it is the host of their nest. */
    List<String> nestMembers() {
        return nestMembers;
    }

    /** The classes of the session that its code and its members name; more than those whose nest it is in. */
    Set<String> named() {
        return named;
    }

    /** Whether this class uses what is private to the other. */
    boolean usesPrivate(CodeFacts other) {
        return usedMembers.getOrDefault(other.name, Set.of()).stream().anyMatch(other.privates::contains);
    }
}
