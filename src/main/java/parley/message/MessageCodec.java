package parley.message;

import static parley.message.Refusal.Code.INTERNAL;
import static parley.message.Refusal.Code.INVALID;
import static parley.message.Refusal.Code.MALFORMED;
import static parley.message.Refusal.Code.TOO_LARGE;
import static parley.message.Refusal.Code.UNKNOWN_TYPE;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.io.StringReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import parley.ops.Settings;

/**
 * Text to {@link ClientMessage} by JSON-P and {@link Binding}, since what clients send is to be read alike on all servers;
 * {@link ServerMessage} to text by JSON-B.
 */
@ApplicationScoped
public class MessageCodec {

    private static final Logger LOG = System.getLogger(MessageCodec.class.getName());

    /** No message nests deeper than an array of objects in an object; parsers recurse, so the bound comes first. */
    private static final int MAX_DEPTH = 4;

    private static final Map<String, Class<? extends ClientMessage>> TYPES = Arrays.stream(
                    ClientMessage.class.getAnnotation(JsonbTypeInfo.class).value())
            .collect(Collectors.toUnmodifiableMap(
                    JsonbSubtype::alias, subtype -> subtype.type().asSubclass(ClientMessage.class)));

    private final Map<String, Binding<? extends ClientMessage>> bindings = TYPES.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, type -> new Binding<>(type.getValue())));

    private final Jsonb jsonb = JsonbBuilder.create();
    // A key given twice is read differently by different parsers.
    private final JsonReaderFactory readers =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    @Inject
    Settings settings;

    private ValidatorFactory validators;
    private Validator validator;

    @PostConstruct
    void open() {
        // Our own: the one that WildFly injects goes through CDI for each object that it looks at.
        validators = Validation.byDefaultProvider()
                .configure()
                .traversableResolver(new AllThere())
                // Hibernate Validator would keep a map of its answers for each message; others do not know this.
                .addProperty("hibernate.validator.enable_traversable_resolver_result_cache", "false")
                .buildValidatorFactory();
        validator = validators.getValidator();
    }

    void warmUp(@Observes @Initialized(ApplicationScoped.class) Object startup) {
        // After a restart a whole building comes back at once: what a message needs is loaded by then.
        decode("{\"type\":\"ping\",\"received\":0}");
        encode(new ServerMessage.Pong(0));
    }

    @PreDestroy
    void close() {
        try {
            jsonb.close();
        } catch (Exception e) {
            // Payara does not deploy a lifecycle method that declares it.
            throw new IllegalStateException(e);
        } finally {
            validators.close();
        }
    }

    /**
     * Reads one frame.
     *
     * @throws Refusal saying what is wrong with it, in words that repeat nothing the client sent
     */
    public ClientMessage decode(String text) {
        JsonObject json = parse(text);
        if (!(json.get("type") instanceof JsonString type)) {
            throw new Refusal(MALFORMED, "type: must be a string");
        }
        Binding<? extends ClientMessage> binding = bindings.get(type.getString());
        if (binding == null) {
            throw new Refusal(UNKNOWN_TYPE, "no message of this type");
        }
        try {
            return validated(binding.read(json));
        } catch (Refusal refusal) {
            throw refusal.re(type.getString());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A message could not be read", e);
            throw new Refusal(INTERNAL, "the server could not read this").re(type.getString());
        }
    }

    /** The {@code type} of a message on the wire. */
    public static String typeOf(ClientMessage message) {
        return TYPES.entrySet().stream()
                .filter(entry -> entry.getValue() == message.getClass())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** Writes one frame. */
    public Frame encode(ServerMessage message) {
        return Frame.of(jsonb.toJson(message), message.counts());
    }

    private JsonObject parse(String text) {
        if (text.length() > settings.frameLength()) {
            throw new Refusal(TOO_LARGE, "a frame holds at most " + settings.frameLength() + " characters");
        }
        Brackets.check(text, MAX_DEPTH);
        try (var reader = readers.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (RuntimeException e) {
            // JsonException is only the commonest: numbers alone make Parsson throw three others.
            throw new Refusal(MALFORMED, "not a JSON object");
        }
    }

    private ClientMessage validated(ClientMessage message) {
        Set<ConstraintViolation<ClientMessage>> violations = validator.validate(message);
        if (!violations.isEmpty()) {
            throw new Refusal(
                    INVALID,
                    violations.stream()
                            .map(violation -> violation.getPropertyPath() + ": " + violation.getMessage())
                            .min(String::compareTo)
                            .orElseThrow());
        }
        return message;
    }
}
