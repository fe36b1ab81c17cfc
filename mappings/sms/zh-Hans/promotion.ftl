【${utility}】${text!'有优惠给您。'}
不想再收到，请回复 STOP。
