/** What can be wrong with an installation: one class for each kind of trouble, each told what to look at, so that tests can break it. */
package dev.tutti.kernel.doctor;
