package earshot.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the program's manifest. */
final class Version implements IVersionProvider {

  static String number() {
    String number = Version.class.getPackage().getImplementationVersion();
    return number == null ? "development" : number;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"earshot " + number()};
  }
}
