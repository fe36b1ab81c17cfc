      *----------------------------------------------------------------
      * READS WHAT THE HUB WROTE, BY CSS'S COPYBOOK, AND SAYS WHAT IT
      * SEES, FIELD BY FIELD. ARGUMENT 1: LINES (RECORDS END WITH A LINE
      * FEED) OR BLOCKS (THEY HAVE THEIR LENGTH). ARGUMENT 2: THE FILE.
      *----------------------------------------------------------------
       IDENTIFICATION DIVISION.
       PROGRAM-ID. CSSREAD.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT LINES-FILE ASSIGN TO WS-NAME
               ORGANIZATION IS LINE SEQUENTIAL.
           SELECT BLOCKS-FILE ASSIGN TO WS-NAME
               ORGANIZATION IS SEQUENTIAL.
       DATA DIVISION.
       FILE SECTION.
       FD  LINES-FILE.
       01  LINES-RECORD                        PIC X(450).
       FD  BLOCKS-FILE.
       01  BLOCKS-RECORD                       PIC X(450).
       WORKING-STORAGE SECTION.
       01  WS-HOW                              PIC X(06).
       01  WS-NAME                             PIC X(200).
       01  WS-END                              PIC X(01) VALUE 'N'.
           COPY CSS.
       PROCEDURE DIVISION.
       MAIN-PARAGRAPH.
           ACCEPT WS-HOW FROM ARGUMENT-VALUE
           ACCEPT WS-NAME FROM ARGUMENT-VALUE
           IF WS-HOW = 'LINES'
               OPEN INPUT LINES-FILE
               PERFORM UNTIL WS-END = 'Y'
                   READ LINES-FILE INTO CSS-RECORD
                       AT END MOVE 'Y' TO WS-END
                       NOT AT END PERFORM SAY-RECORD
                   END-READ
               END-PERFORM
               CLOSE LINES-FILE
           ELSE
               OPEN INPUT BLOCKS-FILE
               PERFORM UNTIL WS-END = 'Y'
                   READ BLOCKS-FILE INTO CSS-RECORD
                       AT END MOVE 'Y' TO WS-END
                       NOT AT END PERFORM SAY-RECORD
                   END-READ
               END-PERFORM
               CLOSE BLOCKS-FILE
           END-IF
           STOP RUN.
       SAY-RECORD.
           DISPLAY CSS-RECORD-TYPE ' ' CSS-MESSAGE-ID ' ' CSS-SEQUENCE
           EVALUATE TRUE
               WHEN CSS-IS-HEADER  PERFORM SAY-HEADER
               WHEN CSS-IS-TEXT    DISPLAY '  LINE ' CSS-T-LINE
               WHEN CSS-IS-ACCOUNT DISPLAY '  ACCOUNT ' CSS-A-ACCOUNT
               WHEN CSS-IS-TRAILER PERFORM SAY-TRAILER
               WHEN OTHER          DISPLAY '  UNKNOWN'
           END-EVALUATE.
       SAY-HEADER.
           DISPLAY '  OUTAGE ' CSS-H-OUTAGE
           DISPLAY '  RELEASE ' CSS-H-RELEASE
           DISPLAY '  RELEASED ' CSS-H-RELEASED-DATE
               ' ' CSS-H-RELEASED-TIME
           DISPLAY '  FORM ' CSS-H-FORM
           DISPLAY '  STATUS ' CSS-H-STATUS
           DISPLAY '  LEVEL ' CSS-H-LEVEL
           DISPLAY '  MAGNITUDE ' CSS-H-MAGNITUDE
           DISPLAY '  CUSTOMERS ' CSS-H-CUSTOMERS
           DISPLAY '  UNCONFIRMED ' CSS-H-UNCONFIRMED
           DISPLAY '  CREW ' CSS-H-CREW
           DISPLAY '  DISTRICT ' CSS-H-DISTRICT
           DISPLAY '  FEEDER ' CSS-H-FEEDER
           DISPLAY '  PHONE ' CSS-H-PHONE
           DISPLAY '  MERGED INTO ' CSS-H-MERGED-INTO
           DISPLAY '  ERT ' CSS-H-ERT-DATE ' ' CSS-H-ERT-TIME
               ' ' CSS-H-ERT-SOURCE
           DISPLAY '  RESTORED ' CSS-H-RESTORED-DATE
               ' ' CSS-H-RESTORED-TIME
           DISPLAY '  STILL OUT ' CSS-H-STILL-OUT
           DISPLAY '  TEXT LINES ' CSS-H-TEXT-LINES
           DISPLAY '  ACCOUNTS ' CSS-H-ACCOUNTS
           IF CSS-IS-PLANNED
               DISPLAY '  FROM ' CSS-P-START-DATE
                   ' ' CSS-P-START-TIME
               DISPLAY '  UNTIL ' CSS-P-END-DATE ' ' CSS-P-END-TIME
               DISPLAY '  REASON ' CSS-P-REASON
           ELSE
               DISPLAY '  STARTED ' CSS-U-STARTED-DATE
                   ' ' CSS-U-STARTED-TIME
               DISPLAY '  CAUSE ' CSS-U-CAUSE
           END-IF.
       SAY-TRAILER.
           DISPLAY '  HEADERS ' CSS-Z-HEADERS
           DISPLAY '  TEXT LINES ' CSS-Z-TEXT-LINES
           DISPLAY '  ACCOUNTS ' CSS-Z-ACCOUNTS
           DISPLAY '  RECORDS ' CSS-Z-RECORDS.
