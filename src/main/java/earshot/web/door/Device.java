package earshot.web.door;

/**
 * Names a browser and its system from what it says of itself, well enough to recognise one's own.
 */
final class Device {
  private Device() {}

  static String of(String agent) {
    return browser(agent) + " on " + system(agent);
  }

  private static String browser(String agent) {
    if (agent.contains("Edg/")) {
      return "Edge";
    }
    if (agent.contains("Firefox/")) {
      return "Firefox";
    }
    if (agent.contains("Chrome/")) {
      return "Chrome";
    }
    return agent.contains("Safari/") ? "Safari" : "A browser";
  }

  private static String system(String agent) {
    if (agent.contains("iPhone") || agent.contains("iPad")) {
      return "an iPhone or iPad";
    }
    if (agent.contains("Android")) {
      return "Android";
    }
    if (agent.contains("Windows")) {
      return "Windows";
    }
    if (agent.contains("Mac OS")) {
      return "a Mac";
    }
    return agent.contains("Linux") ? "Linux" : "an unknown system";
  }
}
