package dev.tutti.kernel;

import java.util.List;

/**
 * The imports in force in every session. A list of packages, not {@code import module java.base}: that is some 90 ms
 * dearer at the first cell and 1 ms at each later one.
 */
final class StandardImports {

    static final List<String> ALL = List.of(
            "java.io.*",
            "java.math.*",
            "java.net.*",
            "java.nio.file.*",
            "java.time.*",
            "java.util.*",
            "java.util.concurrent.*",
            "java.util.concurrent.atomic.*",
            "java.util.function.*",
            "java.util.random.*",
            "java.util.regex.*",
            "java.util.stream.*",
            "dev.tutti.client.*",
            "static dev.tutti.client.Here.*");

    private StandardImports() {}
}
