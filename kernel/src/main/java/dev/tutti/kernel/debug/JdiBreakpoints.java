package dev.tutti.kernel.debug;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Location;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a JVM stops: in the classes of the session that it has loaded, and in those to come. Guarded by its owner.
 */
final class JdiBreakpoints {

    /** All that is typed in cells. */
    private static final String SESSION = "REPL.*";

    /** The property of a request that says which place it is for; an entry point's has none. */
    static final String PLACE = "place";

    private static final String ENTRY = "do_it$";

    private final VirtualMachine jvm;
    private final Map<CodePlace, List<BreakpointRequest>> places = new LinkedHashMap<>();

    JdiBreakpoints(VirtualMachine jvm) {
        this.jvm = jvm;
        ClassPrepareRequest prepared = jvm.eventRequestManager().createClassPrepareRequest();
        prepared.addClassFilter(SESSION);
        prepared.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        prepared.enable();
    }

    List<CodePlace> places() {
        return List.copyOf(places.keySet());
    }

    void add(CodePlace place) {
        if (places.putIfAbsent(place, new ArrayList<>()) == null) {
            jvm.allClasses().stream().filter(ReferenceType::isPrepared).forEach(type -> add(place, type));
        }
    }

    boolean remove(CodePlace place) {
        List<BreakpointRequest> requests = places.remove(place);
        if (requests == null) {
            return false;
        }
        jvm.eventRequestManager().deleteEventRequests(requests);
        return true;
    }

    /** A class of the session can be used from now on. */
    void prepared(ReferenceType type) {
        places.keySet().forEach(place -> add(place, type));
        type.methodsByName(ENTRY).stream()
                .filter(method -> method.location() != null)
                .forEach(method -> enable(method.location()));
    }

    private void add(CodePlace place, ReferenceType type) {
        if (type.name().startsWith("REPL.")) {
            for (Location location : locations(place, type)) {
                BreakpointRequest request = enable(location);
                request.putProperty(PLACE, place);
                places.get(place).add(request);
            }
        }
    }

    private BreakpointRequest enable(Location location) {
        BreakpointRequest request = jvm.eventRequestManager().createBreakpointRequest(location);
        request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        request.enable();
        return request;
    }

    private static List<Location> locations(CodePlace place, ReferenceType type) {
        return switch (place) {
            case CodePlace.CellLine(int cell, int line) -> lines(type, cell, line);
            case CodePlace.MethodStart(var name) ->
                type.methodsByName(name).stream()
                        .filter(method -> method.location() != null)
                        .map(Method::location)
                        .toList();
            case CodePlace.DeclaredLine _ -> List.of(); // its cell's line is taken instead
        };
    }

    /** The first of each method: a line may be several places in the byte code. */
    private static List<Location> lines(ReferenceType type, int cell, int line) {
        try {
            if (!type.sourceName().equals("cell " + cell)) {
                return List.of();
            }
            Map<Method, Location> first = new LinkedHashMap<>();
            type.locationsOfLine(line).forEach(location -> first.putIfAbsent(location.method(), location));
            return List.copyOf(first.values());
        } catch (AbsentInformationException e) {
            return List.of();
        }
    }
}
