      *----------------------------------------------------------------
      * CSS.CPY   OUTAGE NOTES FROM THE OUTAGE HUB TO CSS
      *
      * RECFM=FB, LRECL=450, CODE PAGE CP037 (OR CP1047: ONLY CHARACTERS
      * THAT STAND AT THE SAME PLACE IN BOTH ARE SENT).
      * ONE MESSAGE: ONE HEADER, ITS TEXT LINES, ITS ACCOUNTS; IN A FILE
      * A TRAILER TOO. CSS-MESSAGE-ID AND CSS-SEQUENCE ARE THE KEY OF A
      * RECORD: A MESSAGE WHOSE ID WAS SEEN IS A REPEAT, DROP IT.
      * CSS-H-RELEASE ORDERS THE MESSAGES OF AN OUTAGE, UPWARD.
      * UPPER CASE. TEXT IS PADDED WITH BLANKS, NUMBERS WITH ZEROS.
      * DATES CCYYMMDD, TIMES HHMMSS, PACIFIC; ZEROS WHEN NOT KNOWN.
      * FIELD BY FIELD IN README.MD; THE HUB WRITES BY CSS.BEANIO.XML.
      *----------------------------------------------------------------
       01  CSS-RECORD.
           05  CSS-KEY.
               10  CSS-RECORD-TYPE             PIC X(01).
                   88  CSS-IS-HEADER           VALUE 'H'.
                   88  CSS-IS-TEXT             VALUE 'T'.
                   88  CSS-IS-ACCOUNT          VALUE 'A'.
                   88  CSS-IS-TRAILER          VALUE 'Z'.
               10  CSS-MESSAGE-ID              PIC X(36).
               10  CSS-SEQUENCE                PIC 9(07).
           05  CSS-BODY                        PIC X(406).
           05  CSS-HEADER REDEFINES CSS-BODY.
               10  CSS-H-OUTAGE                PIC X(40).
               10  CSS-H-RELEASE               PIC 9(09).
               10  CSS-H-RELEASED-DATE         PIC 9(08).
               10  CSS-H-RELEASED-TIME         PIC 9(06).
               10  CSS-H-FORM                  PIC X(01).
                   88  CSS-IS-PLANNED          VALUE 'P'.
                   88  CSS-IS-UNPLANNED        VALUE 'U'.
               10  CSS-H-STATUS                PIC X(12).
               10  CSS-H-LEVEL                 PIC X(12).
               10  CSS-H-MAGNITUDE             PIC X(12).
               10  CSS-H-CUSTOMERS             PIC 9(09).
               10  CSS-H-UNCONFIRMED           PIC X(01).
                   88  CSS-NOT-CONFIRMED       VALUE 'Y'.
               10  CSS-H-CREW                  PIC X(20).
               10  CSS-H-DISTRICT              PIC X(20).
               10  CSS-H-FEEDER                PIC X(20).
               10  CSS-H-PHONE                 PIC X(20).
               10  CSS-H-MERGED-INTO           PIC X(40).
               10  CSS-H-ERT-DATE              PIC 9(08).
               10  CSS-H-ERT-TIME              PIC 9(06).
               10  CSS-H-ERT-SOURCE            PIC X(12).
               10  CSS-H-RESTORED-DATE         PIC 9(08).
               10  CSS-H-RESTORED-TIME         PIC 9(06).
               10  CSS-H-STILL-OUT             PIC 9(07).
               10  CSS-H-TEXT-LINES            PIC 9(05).
               10  CSS-H-ACCOUNTS              PIC 9(07).
               10  CSS-H-BY-FORM               PIC X(98).
               10  CSS-U-UNPLANNED REDEFINES CSS-H-BY-FORM.
                   15  CSS-U-STARTED-DATE      PIC 9(08).
                   15  CSS-U-STARTED-TIME      PIC 9(06).
                   15  CSS-U-CAUSE             PIC X(30).
                   15  FILLER                  PIC X(54).
               10  CSS-P-PLANNED REDEFINES CSS-H-BY-FORM.
                   15  CSS-P-START-DATE        PIC 9(08).
                   15  CSS-P-START-TIME        PIC 9(06).
                   15  CSS-P-END-DATE          PIC 9(08).
                   15  CSS-P-END-TIME          PIC 9(06).
                   15  CSS-P-REASON            PIC X(70).
               10  FILLER                      PIC X(19).
           05  CSS-TEXT REDEFINES CSS-BODY.
               10  CSS-T-LINE                  PIC X(70).
               10  FILLER                      PIC X(336).
           05  CSS-ACCOUNT REDEFINES CSS-BODY.
               10  CSS-A-ACCOUNT               PIC X(40).
               10  FILLER                      PIC X(366).
           05  CSS-TRAILER REDEFINES CSS-BODY.
               10  CSS-Z-HEADERS               PIC 9(07).
               10  CSS-Z-TEXT-LINES            PIC 9(07).
               10  CSS-Z-ACCOUNTS              PIC 9(07).
               10  CSS-Z-RECORDS               PIC 9(07).
               10  FILLER                      PIC X(378).
