/**
 * An object graph, looked at level by level without running anything of the user's: fields by reflection, elements of the
 * JDK's own containers by their iterators.
 */
package dev.tutti.engine.browse;
