package earshot.cli;

import earshot.config.ConfigException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what stopped a command into a sentence; the stack trace only with EARSHOT_DEBUG set. */
final class PlainErrors implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(Exception cause, CommandLine command, ParseResult parsed) {
    command.getErr().println(sentence(cause));
    command.getErr().flush();
    if (System.getenv("EARSHOT_DEBUG") != null) {
      cause.printStackTrace(command.getErr());
    }
    return cause instanceof ConfigException ? Main.NO : Main.MISUSED;
  }

  private static String sentence(Exception cause) {
    Exception root = cause instanceof UncheckedIOException io ? reason(io) : cause;
    if (root instanceof NoSuchFileException missing) {
      return "There is no file " + missing.getFile() + ". Check the path and try again.";
    }
    if (root instanceof IOException) {
      return "Cannot read or write: " + root.getMessage() + ".";
    }
    String message = root.getMessage();
    return message == null ? "Stopped by " + root.getClass().getSimpleName() : message;
  }

  private static Exception reason(UncheckedIOException wrapped) {
    IOException reason = wrapped.getCause();
    return reason == null ? wrapped : reason;
  }
}
