package dev.tutti.kernel.schedule;

import dev.tutti.engine.wire.SessionId;

/** The call of an initialiser on one engine. @param client who gave it */
record Initialisation(SessionId session, long client, String label) implements Work {}
