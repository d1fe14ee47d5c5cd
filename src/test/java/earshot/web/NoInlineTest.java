package earshot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NoInlineTest {
  @Test
  void noTemplateWritesUnescapedTextOrInlineScript() throws IOException {
    try (Stream<Path> templates = Files.list(Path.of("src/main/resources/templates"))) {
      for (Path template : templates.toList()) {
        String text = Files.readString(template);
        assertThat(text)
            .as(template.toString())
            .doesNotContain("utext")
            .doesNotContain("[(")
            .doesNotContain("th:on")
            .doesNotContain("javascript:")
            .doesNotContainPattern("\\son[a-z]+=")
            .doesNotContainPattern("\\sstyle=")
            .doesNotContainPattern("<script(?![^>]*src=)")
            .doesNotContain("<style");
        // a link to somewhere else stands on one page alone, with its guards
        List<String> outside =
            text.lines()
                .filter(line -> line.contains("https://") || line.contains("_blank"))
                .toList();
        assertThat(outside).allMatch(line -> line.contains("noopener noreferrer nofollow"));
      }
    }
  }
}
