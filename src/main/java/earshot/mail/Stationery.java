package earshot.mail;

import earshot.alert.letter.Letter;
import earshot.alert.letter.Letter.Entry;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Renders a letter as HTML and as text, both from the same data. */
public final class Stationery {
  /**
   * Beside words that say the same: all at least 3:1 on white and on the dark card (WCAG 1.4.11).
   */
  private static final Map<String, String> COLOURS =
      Map.of(
          "CRITICAL", "#d92d20",
          "HIGH", "#c4590a",
          "MEDIUM", "#8f7a00",
          "LOW", "#3f7cc2",
          "NONE", "#5f8468");

  private static final String TEMPLATE = "letter";

  private final SpringTemplateEngine html = engine(TemplateMode.HTML, ".html");
  private final SpringTemplateEngine text = engine(TemplateMode.TEXT, ".txt");

  /** The two parts of a mail. */
  public record Pages(String html, String text) {}

  private static SpringTemplateEngine engine(TemplateMode mode, String suffix) {
    ClassLoaderTemplateResolver resolver =
        new ClassLoaderTemplateResolver(Stationery.class.getClassLoader());
    resolver.setPrefix("mail/");
    resolver.setSuffix(suffix);
    resolver.setTemplateMode(mode);
    resolver.setCharacterEncoding("UTF-8");
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(resolver);
    return engine;
  }

  /**
   * @param base how people reach Earshot; every link begins with it
   */
  public Pages render(Letter letter, URI base) {
    Context context = new Context(Locale.UK);
    context.setVariable("letter", letter);
    context.setVariable("base", base.toString().replaceAll("/+$", ""));
    context.setVariable("colours", COLOURS);
    context.setVariable("brief", new Brief());
    return new Pages(
        html.process(TEMPLATE, context), Columns.wrap(text.process(TEMPLATE, context)));
  }

  /** An entry in one line. */
  public static final class Brief {
    private static final int LONGEST = 110;

    private Brief() {}

    public String line(Entry entry) {
      String said = entry.title().isEmpty() ? entry.excerpt() : entry.title();
      String cut = said.length() > LONGEST ? said.substring(0, end(said)) + " …" : said;
      return cut.isEmpty() ? entry.severity() : entry.severity() + ". " + cut;
    }

    private static int end(String said) {
      int space = said.lastIndexOf(' ', LONGEST);
      return space > 0 ? space : said.offsetByCodePoints(0, LONGEST / 2);
    }
  }
}
