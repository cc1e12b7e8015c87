/** Starts the Trino that lies in the class path; its own main class is only in the server archive. */
public class TrinoMain {
  public static void main(String[] arguments) {
    new io.trino.server.Server().start(arguments[0]);
  }
}
