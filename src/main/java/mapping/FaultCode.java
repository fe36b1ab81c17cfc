package mapping;

/** Why a message is refused at a door: a stable code, what is wrong, and what its sender should do. All there are. */
public enum FaultCode {
    EMPTY("there is nothing in it", "send a message"),
    NOT_TEXT("it is neither text nor bytes", "send a TextMessage, or a BytesMessage in UTF-8"),
    NOT_UTF8("it is not UTF-8", "send UTF-8"),
    WRONG_CONTENT_TYPE(
            "the content type is none that this door takes, or not that of the content",
            "send JSON as application/json, XML as application/xml"),
    TOO_LARGE("it is too large", "send less at once (hub.intake.max-bytes)"),
    TOO_MANY("there are too many reports in one message", "send fewer at once (hub.intake.max-reports)"),
    TOO_DEEP("it is nested too deeply", "send what the contract knows"),
    NOT_JSON("it is not JSON", "send one JSON object or an array of them"),
    DUPLICATE_KEY("a field is there twice", "send each field once"),
    MISSING("it must be there", "add it"),
    UNKNOWN_FIELD("the contract knows no such field", "leave it out, or see /api/schemas"),
    WRONG_TYPE("it is of the wrong type", "see /api/schemas"),
    NOT_ALLOWED("it is none of the values that may stand here", "see /api/schemas"),
    BAD_FORM("it is not of the form that it must have", "see /api/schemas"),
    BAD_TIME("it is no time with a zone", "send ISO 8601 with Z or an offset, such as 2026-11-23T08:00:00Z"),
    OUT_OF_RANGE("it is too small, too large, too short or too long", "see /api/schemas"),
    SAYS_NOTHING("it reports nothing", "add a status, ert, cause, assessment or notes"),
    JOB_MISSING(
            "a crew's report is about a job, and so is a status, an assessment and notes", "add job with id and kind"),
    TIME_AHEAD("the device's time is more than 5 minutes ahead of receipt", "set the device's clock"),
    ERT_BEFORE_REPORT("the ERT is before the report itself", "send an ERT that lies ahead"),
    SAME_ID_TWICE("this id stands in the same message with other content", "give each report an id of its own"),
    ID_REUSED("this id was used with other content", "give each report an id of its own"),
    NOT_XML("it is not well-formed XML", "mend the sender"),
    DOCTYPE("a DOCTYPE is never accepted", "leave it out"),
    UNKNOWN_NOUN("the message's Noun is none that this door takes", "send the Noun that the contract says"),
    NOT_CSV("it is no CSV from here on", "close every quote, and put nothing after it but a comma"),
    COLUMN_COUNT("the line has not as many values as the header has columns", "quote what holds a comma"),
    NO_PLAIN_FILE("it is no plain file of the drop folder's own", "put the file itself there, under a plain name"),
    NEVER_ENDS(
            "the file is still being written after so long", "write under another name, and rename when it is whole"),
    AGAINST_CONTRACT("it is against the contract", "see /api/schemas"),
    ANSWER_TO_UNKNOWN_REQUEST("it answers no request of ours", "answer with the request's MessageID as CorrelationID"),
    OTHER_OUTAGE("it is about another outage than the request", "answer about the outage that was asked for"),
    UNKNOWN_ZONE("it is no time zone that there is", "give a name such as America/Los_Angeles"),
    NOT_A_PHONE(
            "it is no phone number that can be reached",
            "give digits with area code, without letters; a fax line or an extension cannot be told anything"),
    CHANNEL_TWICE("a receiver has each channel once", "leave one out, or add another receiver"),
    CONTACT_MISSING("what is chosen on this channel could not be sent", "add a contact on this channel"),
    QUIET_ALL_DAY("quiet hours that never end", "leave the types out that are not wanted, or say anyTime"),
    QUIET_TWICE("it says both quiet and anyTime", "leave one out"),
    PROOF_MISSING("an opt-in without proof is none", "give both: when it was, and how the word came"),
    IN_THE_FUTURE("it lies in the future", "give when it was"),
    OTHER_ACCOUNT("a receiver of this id belongs to another account", "give the receiver another id"),
    UNKNOWN_ACCOUNT("the hub knows no such account", "load the extract of accounts first"),
    NOT_CANONICAL("it is not the record that it was", "change values, and keep the fields"),
    OTHER_MESSAGE("it says another message than the one that it takes the place of", "leave this as it was"),
    MORE_FAULTS("there are more faults than are listed", "mend these first"),
    UNFORESEEN("the hub could not read it, and did not foresee why", "tell who runs the hub");

    private final String sentence;
    private final String remedy;

    FaultCode(String sentence, String remedy) {
        this.sentence = sentence;
        this.remedy = remedy;
    }

    /** What is wrong. */
    public String sentence() {
        return sentence;
    }

    /** What the sender should do. */
    public String remedy() {
        return remedy;
    }
}
