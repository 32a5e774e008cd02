package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.VariableRef;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.AccessFlag;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** A class as javac made it, before anything is woven in; what is asked of it is worked out once. */
final class RecordedClass {

    static final String ENTRY = "do_it$";

    /** The method that JShell moves an initialiser to when the variable's type is inferred. */
    static final String ENTRY_PART = "do_it$Aux";

    private final String name;
    private final byte[] bytes;
    private ClassModel model;
    private ClassShape shape;
    private Set<String> references;
    private Set<String> laterReferences;
    private Set<String> wrappers;
    private Set<VariableRef> laterWrites;

    RecordedClass(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    String name() {
        return name;
    }

    byte[] bytes() {
        return bytes;
    }

    ClassModel model() {
        if (model == null) {
            model = ClassFile.of().parse(bytes);
        }
        return model;
    }

    ClassShape shape() {
        if (shape == null) {
            shape = ClassShape.of(model());
        }
        return shape;
    }

    /** The classes of the session that its constant pool names, itself included. */
    Set<String> references() {
        if (references == null) {
            Set<String> found = new LinkedHashSet<>();
            for (PoolEntry entry : model().constantPool()) {
                if (entry instanceof ClassEntry type) {
                    CodeReferences.add(found, type.asInternalName());
                }
            }
            references = found;
        }
        return references;
    }

    /** The wrappers that it names anywhere, also in the types of what it declares. */
    Set<String> wrappers() {
        if (wrappers == null) {
            Set<String> found = new LinkedHashSet<>();
            for (PoolEntry entry : model().constantPool()) {
                if (entry instanceof Utf8Entry text) {
                    WrapperName.addAll(text.stringValue(), found);
                }
            }
            wrappers = found;
        }
        return wrappers;
    }

    /**
     * The classes of the session that its code can reach once its declaration has run: all but those that only the entry
     * point names.
     */
    Set<String> laterReferences() {
        if (variable().isEmpty()) {
            return references();
        }
        if (laterReferences == null) {
            laterReferences = CodeReferences.of(model(), m -> !isEntry(m));
        }
        return laterReferences;
    }

    /** The session variable that this wrapper declares, if it is a variable's. */
    Optional<FieldModel> variable() {
        if (!WrapperName.isWrapper(name)) {
            return Optional.empty();
        }
        return model().fields().stream()
                .filter(f -> f.flags().has(AccessFlag.PUBLIC) && f.flags().has(AccessFlag.STATIC))
                .filter(f -> !f.flags().has(AccessFlag.SYNTHETIC))
                .findFirst();
    }

    /** Whether its code can be moved to another class without being missed by inner classes. */
    boolean standsAlone() {
        return model().findAttribute(Attributes.nestMembers()).isEmpty()
                && model().methods().stream().noneMatch(RecordedClass::isClassInitialiser);
    }

    /** Session variables that its methods other than the entry point assign: when, nobody knows. */
    Set<VariableRef> laterWrites() {
        if (laterWrites == null) {
            Set<VariableRef> found = new HashSet<>();
            for (MethodModel method : model().methods()) {
                if (!isEntry(method)) {
                    method.code()
                            .ifPresent(code -> code.forEach(element -> {
                                if (element instanceof FieldInstruction field && field.opcode() == Opcode.PUTSTATIC) {
                                    sessionVariable(field).ifPresent(found::add);
                                }
                            }));
                }
            }
            laterWrites = found;
        }
        return laterWrites;
    }

    static boolean isEntry(MethodModel method) {
        return method.methodName().equalsString(ENTRY) || method.methodName().equalsString(ENTRY_PART);
    }

    static boolean isClassInitialiser(MethodModel method) {
        return method.methodName().equalsString(ConstantDescs.CLASS_INIT_NAME);
    }

    /** The session variable that an instruction reads or assigns, if it is one. */
    static Optional<VariableRef> sessionVariable(FieldInstruction field) {
        boolean isStatic = field.opcode() == Opcode.GETSTATIC || field.opcode() == Opcode.PUTSTATIC;
        String owner = field.owner().asInternalName();
        if (!isStatic || !owner.startsWith("REPL/$JShell$")) {
            return Optional.empty();
        }
        String className = owner.replace('/', '.');
        String name = field.name().stringValue();
        boolean synthetic = name.equals("$assertionsDisabled") || name.equals("$UNNAMED");
        return WrapperName.isWrapper(className) && !synthetic
                ? Optional.of(new VariableRef(className, name))
                : Optional.empty();
    }
}
