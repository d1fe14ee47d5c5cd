package earshot.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Debian's Chromium, driven by Playwright. */
final class Screen implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  final Playwright playwright;
  final Browser browser;

  Screen() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  /** Skips the test where there is no Chromium. */
  static void assumeThere() {
    Assumptions.assumeTrue(
        Files.isExecutable(CHROMIUM),
        "No Chromium at " + CHROMIUM + "; install it (Debian: apt install chromium)");
  }

  BrowserContext context(int width, boolean dark, boolean bypassPolicy) {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setViewportSize(width, 900)
            .setLocale("en-GB")
            .setTimezoneId("Europe/London")
            .setBypassCSP(bypassPolicy)
            .setColorScheme(
                dark
                    ? com.microsoft.playwright.options.ColorScheme.DARK
                    : com.microsoft.playwright.options.ColorScheme.LIGHT));
  }

  static void signIn(Page page, WebHouse house, String email) {
    page.navigate(house.url("/sign-in"));
    page.fill("#email", email);
    page.fill("#password", WebHouse.PASSWORD);
    page.click("main button");
    page.waitForURL(address -> !address.contains("sign-in"));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
