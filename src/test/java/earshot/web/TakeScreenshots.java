package earshot.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import earshot.school.Role;
import earshot.web.people.People;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Takes the pictures in docs/screenshots from a throw-away house with made-up posts. */
final class TakeScreenshots {
  private static final Path OUT = Path.of("docs/screenshots");
  private static final int PHONE = 390;
  private static final int DESK = 1280;

  private TakeScreenshots() {}

  public static void main(String[] arguments) throws IOException {
    Files.createDirectories(OUT);
    Path folder = Files.createTempDirectory("earshot-screenshots");
    try (WebHouse house = new WebHouse(folder);
        Screen screen = new Screen()) {
      Examples.hear(house);
      long edited = Examples.edited(house);
      Examples.read(house);
      house.people.add(
          new People.NewPerson(
              "Mrs Okafor",
              "headteacher@thistlewick.example",
              Role.HEADTEACHER,
              List.of("thistlewick")));
      house.person(Role.HEADTEACHER);
      Map<String, String> pages =
          Map.of(
              "search",
              "/search",
              "mention",
              "/mentions/4?school=thistlewick",
              "versions",
              "/mentions/" + edited,
              "sources",
              "/sources");
      for (int width : new int[] {PHONE, DESK}) {
        try (BrowserContext context = screen.context(width, false, false)) {
          Page page = context.newPage();
          Screen.signIn(page, house, "headteacher@thistlewick.example");
          pages.forEach(
              (name, path) -> {
                page.navigate(house.url(path));
                take(page, name + (width == PHONE ? "-phone" : "") + ".png");
              });
        }
      }
      digest(house, screen);
    }
  }

  private static void digest(WebHouse house, Screen screen) throws IOException {
    Path html = house.folder.resolve("digest.html");
    String text = DigestPicture.text(house, html);
    try (BrowserContext context = screen.context(PHONE, false, false)) {
      Page page = context.newPage();
      page.navigate(html.toUri().toString());
      take(page, "digest-phone.png");
      page.setContent("<pre style='font:14px/1.5 monospace;padding:16px;margin:0'></pre>");
      page.setViewportSize(760, 900);
      page.evaluate("text => document.querySelector('pre').textContent = text", text);
      take(page, "digest-text.png");
    }
  }

  private static void take(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(OUT.resolve(name)).setFullPage(true));
    System.out.println(OUT.resolve(name));
  }
}
