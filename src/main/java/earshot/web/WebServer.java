package earshot.web;

import earshot.config.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The web server: the only part of the house that Spring Boot starts. */
public final class WebServer implements AutoCloseable {
  private final ServletWebServerApplicationContext context;

  private WebServer(ServletWebServerApplicationContext context) {
    this.context = context;
  }

  /**
   * Starts it; it answers when this returns.
   *
   * @param web where it binds; port 0 means any that is free
   * @throws IllegalStateException with a plain sentence when it cannot
   */
  public static WebServer start(WebParts parts, Settings.Web web) {
    logAsTheRestDoes();
    SpringApplication application = new SpringApplication(WebApplication.class);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    application.setAddCommandLineProperties(false);
    application.setEnvironment(environment(web));
    // what Boot adds of its own looks for settings and prepares parts that we have not
    application.setListeners(List.of());
    application.setInitializers(
        List.of(
            context -> {
              if (context instanceof GenericApplicationContext beans) {
                beans.registerBean(WebParts.class, () -> parts);
                beans.registerBean(Settings.Web.class, () -> web);
                beans
                    .getBeanDefinition(
                        AnnotationConfigUtils.CONFIGURATION_ANNOTATION_PROCESSOR_BEAN_NAME)
                    .getPropertyValues()
                    .add("metadataReaderFactory", new ClassReader());
              }
            }));
    try {
      ConfigurableApplicationContext context = application.run();
      return new WebServer((ServletWebServerApplicationContext) context);
    } catch (RuntimeException e) {
      throw plain(e, web);
    }
  }

  private static void logAsTheRestDoes() {
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    if (!SLF4JBridgeHandler.isInstalled()) {
      SLF4JBridgeHandler.removeHandlersForRootLogger();
      SLF4JBridgeHandler.install();
    }
  }

  private static RuntimeException plain(RuntimeException cause, Settings.Web web) {
    for (Throwable e = cause; e != null; e = e.getCause()) {
      if (e instanceof PortInUseException) {
        return new IllegalStateException(
            "Port "
                + web.port()
                + " on "
                + web.address()
                + " is in use by another program. Stop that one, or set another 'port' under 'web:'"
                + " in earshot.yaml.",
            cause);
      }
      if (e instanceof java.net.BindException || e instanceof java.net.UnknownHostException) {
        return new IllegalStateException(
            "Cannot listen on "
                + web.address()
                + ", port "
                + web.port()
                + ". Set 'address' under 'web:' in earshot.yaml to an address of this machine, and"
                + " 'port' to one that this account may use.",
            cause);
      }
    }
    return cause;
  }

  /**
   * Settings of ours alone: neither the environment nor a stray file changes how pages are served.
   */
  private static StandardEnvironment environment(Settings.Web web) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("earshot", properties(web)));
    return environment;
  }

  private static Map<String, Object> properties(Settings.Web web) {
    boolean https = earshot.web.door.Door.https(web);
    Map<String, Object> properties = new HashMap<>();
    properties.put("spring.config.location", "optional:classpath:/no-other-settings/");
    properties.put("server.address", web.address());
    properties.put("server.port", web.port());
    properties.put("server.forward-headers-strategy", https ? "native" : "none");
    properties.put(
        "server.tomcat.remoteip.internal-proxies", "127\\.\\d+\\.\\d+\\.\\d+|::1|0:0:0:0:0:0:0:1");
    properties.put("server.tomcat.use-relative-redirects", true);
    properties.put("server.tomcat.threads.max", 40);
    properties.put("server.tomcat.threads.min-spare", 2);
    properties.put("server.tomcat.max-http-form-post-size", "64KB");
    properties.put("server.servlet.session.timeout", "10m"); // 30 min once somebody signed in
    properties.put("server.servlet.session.tracking-modes", "cookie");
    properties.put("server.servlet.session.cookie.name", https ? "__Host-earshot" : "earshot");
    properties.put("server.servlet.session.cookie.path", "/");
    properties.put("server.servlet.session.cookie.http-only", true);
    properties.put("server.servlet.session.cookie.secure", https);
    // lax: a link in our own mail must find its reader signed in
    properties.put("server.servlet.session.cookie.same-site", "lax");
    properties.put("spring.web.resources.add-mappings", false);
    properties.put("spring.mvc.log-resolved-exception", false);
    properties.put("spring.thymeleaf.check-template-location", false);
    // a page that fails half way must not look like one that is whole
    properties.put("spring.thymeleaf.servlet.produce-partial-output-while-processing", false);
    properties.put("management.endpoints.web.exposure.include", "health");
    properties.put("management.endpoints.web.discovery.enabled", false);
    properties.put("management.endpoint.health.show-details", "never");
    return properties;
  }

  /** The port it listens on. */
  public int port() {
    return java.util.Objects.requireNonNull(context.getWebServer()).getPort();
  }

  /** For tests: what Spring made. */
  ServletWebServerApplicationContext context() {
    return context;
  }

  @Override
  public void close() {
    context.close();
  }
}
