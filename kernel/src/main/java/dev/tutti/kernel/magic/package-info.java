/**
 * The shell language above Java: {@code %name} and {@code %%name}. One class per magic, whose picocli annotations are its
 * parser, its help and its completion at once. Extended by adding a class and a line in {@link
 * dev.tutti.kernel.magic.BuiltInMagics}.
 */
package dev.tutti.kernel.magic;
