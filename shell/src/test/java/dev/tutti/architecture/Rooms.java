package dev.tutti.architecture;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rooms of the house and whose doors each may use: the table that {@code docs/layering.md} draws. A room that is not
 * here may not exist; a door that is not here is shut.
 */
final class Rooms {

    private static final String WIRE = "dev.tutti.engine.wire";
    private static final String TARGET = "dev.tutti.engine.target";
    private static final String MEASURE = "dev.tutti.engine.measure";

    static final Map<String, Set<String>> DOORS = doors();

    private Rooms() {}

    private static Map<String, Set<String>> doors() {
        Map<String, Set<String>> doors = new TreeMap<>();
        // The engine: what it says, how it is carried, what it does. Its root is the main that wires the rooms.
        doors.put(WIRE, Set.of());
        doors.put(TARGET, Set.of(WIRE));
        doors.put("dev.tutti.engine.transport", Set.of(WIRE));
        doors.put("dev.tutti.engine.render", Set.of(WIRE, "dev.tutti.woven", "dev.tutti.client.render"));
        doors.put("dev.tutti.client.render", Set.of());
        doors.put(MEASURE, Set.of());
        doors.put("dev.tutti.engine.stream", Set.of(WIRE, "dev.tutti.engine.transport"));
        doors.put("dev.tutti.engine.load", Set.of(WIRE, "dev.tutti.woven"));
        doors.put(
                "dev.tutti.engine.execute",
                Set.of(
                        WIRE,
                        MEASURE,
                        "dev.tutti.woven",
                        "dev.tutti.engine.transport",
                        "dev.tutti.engine.load",
                        "dev.tutti.engine.render",
                        "dev.tutti.engine.stream"));
        doors.put("dev.tutti.engine.codec", Set.of(WIRE, "dev.tutti.woven"));
        doors.put(
                "dev.tutti.engine.browse",
                Set.of(WIRE, MEASURE, "dev.tutti.engine.codec", "dev.tutti.engine.render", "dev.tutti.engine.execute"));
        doors.put("dev.tutti.engine.link", Set.of(WIRE, "dev.tutti.engine.transport"));
        doors.put(
                "dev.tutti.engine.task",
                Set.of(
                        WIRE,
                        "dev.tutti.woven",
                        "dev.tutti.engine.codec",
                        "dev.tutti.engine.transport",
                        "dev.tutti.engine.load",
                        "dev.tutti.engine.render",
                        "dev.tutti.engine.execute"));
        doors.put(
                "dev.tutti.engine",
                Set.of(
                        WIRE,
                        MEASURE,
                        "dev.tutti.engine.browse",
                        "dev.tutti.engine.codec",
                        "dev.tutti.engine.link",
                        "dev.tutti.engine.task",
                        "dev.tutti.client",
                        "dev.tutti.woven",
                        "dev.tutti.engine.transport",
                        "dev.tutti.engine.render",
                        "dev.tutti.engine.stream",
                        "dev.tutti.engine.load",
                        "dev.tutti.engine.execute"));
        // What user code and woven class files see of us.
        doors.put(
                "dev.tutti.client",
                Set.of(
                        WIRE,
                        MEASURE,
                        TARGET,
                        "dev.tutti.engine.codec",
                        "dev.tutti.engine.link",
                        "dev.tutti.engine.execute",
                        "dev.tutti.engine.task"));
        doors.put("dev.tutti.woven", Set.of());
        // The kernel: from text to class files, from class files to engines, and back. Its root is the facade.
        doors.put("dev.tutti.kernel.browse", Set.of(WIRE, MEASURE));
        doors.put("dev.tutti.kernel.cell", Set.of());
        doors.put(
                "dev.tutti.kernel.compile",
                Set.of(WIRE, "dev.tutti.client", "dev.tutti.woven", "dev.tutti.kernel.cell"));
        doors.put("dev.tutti.kernel.debug", Set.of());
        doors.put("dev.tutti.kernel.decompile", Set.of());
        doors.put("dev.tutti.kernel.deps", Set.of("dev.tutti.kernel.cell"));
        doors.put(
                "dev.tutti.kernel.doctor",
                Set.of(
                        WIRE,
                        TARGET,
                        "dev.tutti.kernel.controller",
                        "dev.tutti.kernel.history",
                        "dev.tutti.kernel.settings"));
        doors.put("dev.tutti.kernel.javadoc", Set.of("dev.tutti.kernel.compile"));
        doors.put("dev.tutti.kernel.export", Set.of("dev.tutti.kernel.cell"));
        doors.put("dev.tutti.kernel.schedule", Set.of(WIRE, TARGET));
        doors.put("dev.tutti.kernel.controller", Set.of(WIRE, "dev.tutti.kernel.schedule"));
        doors.put("dev.tutti.kernel.transport", Set.of(WIRE, "dev.tutti.kernel.controller"));
        doors.put("dev.tutti.kernel.attach", Set.of());
        doors.put(
                "dev.tutti.kernel.launch",
                Set.of(WIRE, "dev.tutti.kernel.attach", "dev.tutti.kernel.controller", "dev.tutti.kernel.transport"));
        doors.put("dev.tutti.kernel.fold", Set.of(WIRE));
        doors.put("dev.tutti.kernel.history", Set.of("dev.tutti.kernel.cell"));
        doors.put("dev.tutti.kernel.settings", Set.of("dev.tutti.kernel.cell"));
        doors.put(
                "dev.tutti.kernel.view", Set.of(WIRE, TARGET, "dev.tutti.kernel.controller", "dev.tutti.kernel.fold"));
        doors.put(
                "dev.tutti.kernel.magic",
                Set.of(
                        WIRE,
                        MEASURE,
                        "dev.tutti.client",
                        TARGET,
                        "dev.tutti.kernel.attach",
                        "dev.tutti.kernel.cell",
                        "dev.tutti.kernel.compile",
                        "dev.tutti.kernel.controller",
                        "dev.tutti.kernel.decompile",
                        "dev.tutti.kernel.deps",
                        "dev.tutti.kernel.doctor",
                        "dev.tutti.kernel.export",
                        "dev.tutti.kernel.fold",
                        "dev.tutti.kernel.history",
                        "dev.tutti.kernel.settings",
                        "dev.tutti.kernel.view"));
        doors.put(
                "dev.tutti.kernel",
                Set.of(
                        WIRE,
                        MEASURE,
                        TARGET,
                        "dev.tutti.client",
                        "dev.tutti.engine.codec",
                        "dev.tutti.kernel.attach",
                        "dev.tutti.kernel.browse",
                        "dev.tutti.kernel.cell",
                        "dev.tutti.kernel.compile",
                        "dev.tutti.kernel.controller",
                        "dev.tutti.kernel.debug",
                        "dev.tutti.kernel.decompile",
                        "dev.tutti.kernel.deps",
                        "dev.tutti.kernel.doctor",
                        "dev.tutti.kernel.javadoc",
                        "dev.tutti.kernel.export",
                        "dev.tutti.kernel.transport",
                        "dev.tutti.kernel.launch",
                        "dev.tutti.kernel.fold",
                        "dev.tutti.kernel.history",
                        "dev.tutti.kernel.settings",
                        "dev.tutti.kernel.view",
                        "dev.tutti.kernel.magic"));
        // The shell: the kernel's exported rooms, and each other without cycles.
        Set<String> kernel = Set.of(
                WIRE,
                TARGET,
                "dev.tutti.kernel",
                "dev.tutti.kernel.browse",
                "dev.tutti.kernel.cell",
                "dev.tutti.kernel.compile",
                "dev.tutti.kernel.controller",
                "dev.tutti.kernel.fold",
                "dev.tutti.kernel.settings",
                "dev.tutti.kernel.view",
                "dev.tutti.kernel.magic");
        doors.put("dev.tutti.shell.help", kernel);
        doors.put("dev.tutti.shell.display", with(kernel, "dev.tutti.shell.help"));
        doors.put("dev.tutti.shell.line", with(kernel, "dev.tutti.shell.help"));
        doors.put(
                "dev.tutti.shell.cli",
                with(kernel, "dev.tutti.shell.display", "dev.tutti.shell.help", "dev.tutti.shell.line"));
        return doors;
    }

    private static Set<String> with(Set<String> rooms, String... more) {
        Set<String> all = new java.util.HashSet<>(rooms);
        all.addAll(Set.of(more));
        return Set.copyOf(all);
    }
}
