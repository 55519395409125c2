package parley.message;

import static parley.message.Refusal.Code.INVALID;
import static parley.message.Refusal.Code.MALFORMED;
import static parley.message.Refusal.Code.TOO_LARGE;
import static parley.message.Refusal.Code.UNKNOWN_TYPE;

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
import jakarta.validation.Validator;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import parley.ops.Settings;

/** Text to {@link ClientMessage} and {@link ServerMessage} to text, by JSON-B. */
@ApplicationScoped
public class MessageCodec {

    /** No message nests deeper than an array of objects in an object; parsers recurse, so the bound comes first. */
    private static final int MAX_DEPTH = 4;

    private static final Map<String, Class<?>> TYPES = Arrays.stream(
                    ClientMessage.class.getAnnotation(JsonbTypeInfo.class).value())
            .collect(Collectors.toUnmodifiableMap(JsonbSubtype::alias, JsonbSubtype::type));

    private final Jsonb jsonb = JsonbBuilder.create();
    // A key given twice is read differently by different parsers, and we have two: the check below, and JSON-B.
    private final JsonReaderFactory readers =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    @Inject
    Validator validator;

    @Inject
    Settings settings;

    void warmUp(@Observes @Initialized(ApplicationScoped.class) Object startup) {
        // After a restart a whole building comes back at once: what a message needs is loaded by then.
        decode("{\"type\":\"ping\",\"received\":0}");
    }

    @PreDestroy
    void close() {
        try {
            jsonb.close();
        } catch (Exception e) {
            // Payara does not deploy a lifecycle method that declares it.
            throw new IllegalStateException(e);
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
        Class<?> record = TYPES.get(type.getString());
        if (record == null) {
            throw new Refusal(UNKNOWN_TYPE, "no message of this type");
        }
        try {
            return validated(read(text, json, record));
        } catch (Refusal refusal) {
            throw refusal.re(type.getString());
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

    private ClientMessage read(String text, JsonObject json, Class<?> record) {
        try {
            Shape.check(json, record);
            return jsonb.fromJson(text, ClientMessage.class);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException e) {
            throw new Refusal(INVALID, "cannot be read");
        }
    }

    private ClientMessage validated(ClientMessage message) {
        validator.validate(message).stream()
                .map(violation -> pathOf(violation) + ": " + violation.getMessage())
                .min(String::compareTo)
                .ifPresent(text -> {
                    throw new Refusal(INVALID, text);
                });
        return message;
    }

    private static String pathOf(ConstraintViolation<?> violation) {
        // Bean Validation gives the elements of a list a name of their own, after the index.
        return violation.getPropertyPath().toString().replace(".<list element>", "");
    }
}
