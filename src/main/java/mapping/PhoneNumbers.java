package mapping;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/** Phone numbers in E.164, the one form in which two of them can be compared. */
public final class PhoneNumbers {

    /** Where a number without a country code is dialled. */
    private static final String REGION = "US";

    private PhoneNumbers() {}

    /** The number in E.164, such as {@code +12135550123}; empty when it is none, or none that can exist. */
    public static Optional<String> e164(String written) {
        var util = PhoneNumberUtil.getInstance();
        try {
            var number = util.parse(written, REGION);
            return util.isValidNumber(number)
                    ? Optional.of(util.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
