package earshot.cli;

import picocli.CommandLine.Command;

/** Starts everything once and stops, so that the JDK can record what a start needs. */
@Command(name = "warm-up", hidden = true, description = "Starts and stops, to record an AOT cache.")
final class WarmUp implements Runnable {
  @Override
  public void run() {
    System.out.println("warm");
  }
}
