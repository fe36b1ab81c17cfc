【${utility}】${text!'有新消息给您。'}
不想再收到，请回复 STOP。
