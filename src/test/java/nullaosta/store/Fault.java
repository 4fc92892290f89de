package nullaosta.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A database that fails once, at one kind of statement or at a commit: before it went through, or after. */
final class Fault {

    /** What fails at a commit; anything else is the beginning of a statement. */
    static final String COMMIT = "commit";

    enum Way {
        NOT_PERSISTED,
        PERSISTED_BUT_REPORTED_FAILED
    }

    private final String point;
    private final Way way;
    private boolean fired;

    Fault(String point, Way way) {
        this.point = point;
        this.way = way;
    }

    boolean fired() {
        return fired;
    }

    String point() {
        return point;
    }

    Way way() {
        return way;
    }

    /** The same database, with the fault in it. */
    DataSource in(DataSource source) {
        return proxy(DataSource.class, (self, method, arguments) -> {
            Object result = call(source, method, arguments);
            return result instanceof Connection connection ? connection(connection) : result;
        });
    }

    private Connection connection(Connection connection) {
        return proxy(Connection.class, (self, method, arguments) -> {
            if (method.getName().equals("commit")) {
                return run(COMMIT, () -> call(connection, method, arguments), connection::rollback);
            }
            Object result = call(connection, method, arguments);
            return result instanceof PreparedStatement statement && arguments[0] instanceof String sql
                    ? statement(statement, sql.strip())
                    : result;
        });
    }

    private PreparedStatement statement(PreparedStatement statement, String sql) {
        return proxy(PreparedStatement.class, (self, method, arguments) -> method.getName().startsWith("execute")
                ? run(sql, () -> call(statement, method, arguments), () -> {
                })
                : call(statement, method, arguments));
    }

    @FunctionalInterface
    private interface Step {
        Object run() throws Throwable;
    }

    @FunctionalInterface
    private interface Undo {
        void run() throws SQLException;
    }

    private Object run(String what, Step step, Undo undo) throws Throwable {
        if (fired || !what.startsWith(point)) {
            return step.run();
        }
        fired = true;
        if (way == Way.PERSISTED_BUT_REPORTED_FAILED) {
            step.run();
        } else {
            undo.run();
        }
        throw new SQLException("the connection broke at `" + point + "`", "08006");
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Fault.class.getClassLoader(), new Class<?>[]{type}, handler));
    }
}
