/** Which engine runs which task when: a state machine without I/O, a part of the controller's. */
package dev.tutti.kernel.schedule;
