package dev.tutti.kernel.schedule;

/** What a run does. */
sealed interface Work permits Task, Initialisation {}
