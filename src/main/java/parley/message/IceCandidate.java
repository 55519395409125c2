package parley.message;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

/**
 * An {@code RTCIceCandidateInit}, relayed as it came and never interpreted.
 *
 * @param candidate the candidate-attribute (RFC 8839, section 5.1); empty for the end of candidates
 * @param sdpMid the media stream's identification tag, or null
 * @param sdpMLineIndex the index of the media description, or null
 * @param usernameFragment the ICE generation the candidate belongs to, or null
 */
public record IceCandidate(
        @NotNull(message = "is missing") @Size(max = 1024, message = "must be at most {max} characters")
        String candidate,

        @Size(max = 64, message = "must be at most {max} characters")
        String sdpMid,

        @PositiveOrZero(message = "must not be negative") Integer sdpMLineIndex,

        @Size(max = 256, message = "must be at most {max} characters")
        String usernameFragment) {}
