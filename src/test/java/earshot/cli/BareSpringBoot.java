package earshot.cli;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The peer of {@link BenchStart}: the same starters, as they come, with one page. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@RestController
public class BareSpringBoot {
  @Bean
  SecurityFilterChain open(HttpSecurity http) {
    return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll()).build();
  }

  @GetMapping("/sign-in")
  String page() {
    return "<p>Hello.</p>";
  }

  /** Serves until it is stopped; with 'once', asks for one page and ends. */
  public static void main(String[] arguments) throws Exception {
    SpringApplication application = new SpringApplication(BareSpringBoot.class);
    application.setDefaultProperties(
        Map.of("server.address", "127.0.0.1", "server.port", arguments[0]));
    var context = application.run();
    if (arguments.length > 1) {
      String port = context.getEnvironment().getProperty("local.server.port");
      URI.create("http://127.0.0.1:" + port + "/sign-in").toURL().openStream().readAllBytes();
      context.close();
      System.exit(0);
    }
  }
}
