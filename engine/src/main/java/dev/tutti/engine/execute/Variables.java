package dev.tutti.engine.execute;

import dev.tutti.engine.wire.VariableRef;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which variables of a session are defined at this place. Any thread: woven code of any thread asks and writes. */
final class Variables {

    /** By class and field, joined: the hash of a record would cost the first cell several milliseconds. */
    private final Map<String, Variable> byName = new HashMap<>();

    private final List<Variable> touched = new ArrayList<>();
    private long definitions;

    synchronized boolean isDefined(VariableRef ref) {
        Variable variable = byName.get(name(ref.className(), ref.field()));
        return variable != null && variable.defined();
    }

    synchronized void define(List<VariableRef> refs) {
        for (VariableRef ref : refs) {
            define(of(ref));
        }
    }

    synchronized void undefine(List<VariableRef> refs) {
        for (VariableRef ref : refs) {
            Variable variable = of(ref);
            variable.set(false);
            touch(variable);
        }
    }

    /** Undefines without telling: the kernel asked for it. */
    synchronized void forget(VariableRef ref) {
        of(ref).set(false);
    }

    synchronized void define(Variable variable) {
        variable.set(true);
        variable.definedAs = ++definitions;
        touch(variable);
    }

    synchronized MethodHandle readHandle(String className, String field) {
        return of(new VariableRef(className, field)).readHandle();
    }

    synchronized MethodHandle writeHandle(String className, String field) {
        return of(new VariableRef(className, field)).writeHandle();
    }

    /** The defined variable of this name that was declared, or first assigned, last. */
    synchronized Optional<VariableRef> newest(String field) {
        Variable newest = null;
        for (Variable variable : byName.values()) {
            boolean fits = variable.defined() && variable.ref().field().equals(field);
            if (fits && (newest == null || variable.definedAs > newest.definedAs)) {
                newest = variable;
            }
        }
        return newest == null ? Optional.empty() : Optional.of(newest.ref());
    }

    /** What was defined or undefined since the last call, with the state it has now. */
    synchronized Changes takeChanges() {
        List<VariableRef> defined = new ArrayList<>();
        List<VariableRef> undefined = new ArrayList<>();
        for (Variable variable : touched) {
            (variable.defined() ? defined : undefined).add(variable.ref());
        }
        touched.clear();
        return new Changes(defined, undefined);
    }

    /** What an execution changed. */
    record Changes(List<VariableRef> defined, List<VariableRef> undefined) {}

    private void touch(Variable variable) {
        for (Variable known : touched) {
            if (known == variable) {
                return;
            }
        }
        touched.add(variable);
    }

    private Variable of(VariableRef ref) {
        String name = name(ref.className(), ref.field());
        Variable variable = byName.get(name);
        if (variable == null) {
            variable = new Variable(ref, this);
            byName.put(name, variable);
        }
        return variable;
    }

    private static String name(String className, String field) {
        return className.concat(".").concat(field);
    }
}
